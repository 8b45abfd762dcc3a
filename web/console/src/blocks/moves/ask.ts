import { ElMessageBox } from 'element-plus'
import { tellRefusal } from './moves'

/** Ask for one sentence and send it; a refusal is told. Answers whether it was done. */
export async function askAndDo(
  title: string,
  question: string,
  write: (words: string) => Promise<unknown>,
  { button = '确定', required = true }: { button?: string; required?: boolean } = {},
): Promise<boolean> {
  let words: string
  try {
    const answer = await ElMessageBox.prompt(question, title, {
      confirmButtonText: button,
      cancelButtonText: '取消',
      inputType: 'textarea',
      inputValidator: (value: string) => !required || Boolean(value?.trim()) || '请填写后再提交',
    })
    words = (answer.value ?? '').trim()
  } catch {
    return false
  }
  try {
    await write(words)
    return true
  } catch (refused) {
    tellRefusal(refused)
    return false
  }
}
