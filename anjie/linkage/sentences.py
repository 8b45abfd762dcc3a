"""How a case's way to mediation and back is told."""

from anjie.access.sentences import Group, tell

tell("linkage.sent", Group.MOVE, "移送{institution}调解，调解案件 {mediation}")
tell("linkage.received", Group.MOVE, "由催收案件 {case} 移送")
tell("linkage.sent_back", Group.MOVE, "调解机构退回 {mediation} 的申请，待修改")
tell("linkage.amended", Group.MOVE, "移送方修改并重新提交 {mediation} 的申请")
tell("linkage.taken_back", Group.MOVE, "撤回移送，调解案件 {mediation}")
tell("linkage.came_back", Group.MOVE, "调解案件 {mediation} 结束：{outcome}")
tell("linkage.plan", Group.MONEY, "调解案件 {mediation} 的协议：{state}")
tell("linkage.followed", Group.NOTE, "移送的债务：{state}", after_seal=True)
