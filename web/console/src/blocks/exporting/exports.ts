import type { Answer } from '@client/client'
import { shallowRef } from 'vue'
import { useRouter } from 'vue-router'
import { ElNotification } from 'element-plus'
import type { Target } from '@/blocks/table/selection'
import { countText } from '@/foundation/money'
import { api } from '@/state/api'
import { useSession } from '@/state/session'

export type Exporter = Answer<'/api/sheets/exporters'>[number]
export type Layout = Answer<'/api/sheets/layouts'>[number]
export type ColumnSet = Answer<'/api/sheets/column-sets'>[number]

/** What a list hands over: the columns in the order shown, and the rows meant. */
export interface ExportRequest {
  columns: string[]
  target: Target
  sort: string
  count: number
}

export interface ExportAnswer {
  columns: string[]
  format: 'xlsx' | 'csv'
  reason: string
  /** The client's own form it is written in; the form decides the columns. */
  layout?: number | null
}

/** What the one dialog asks about; it sends, so that a refusal is shown in it with everything still there. */
export interface ExportQuestion {
  exporter: Exporter
  request: ExportRequest
  send: (answer: ExportAnswer) => Promise<void>
  close: () => void
}

export const exportQuestion = shallowRef<ExportQuestion | null>(null)

/** Columns the list shows that can be taken, in its order; the usual ones where it shows none of them. */
export function offeredOf(exporter: Exporter, shown: readonly string[]): string[] {
  const offered = new Set(exporter.columns.map(({ key }) => key))
  const kept = shown.filter((key) => offered.has(key))
  return kept.length ? kept : exporter.columns.filter(({ usual }) => usual).map(({ key }) => key)
}

/**
 * `const exporter = useExport('recovery_cases')` for a DeskTable: asks for columns and form, then starts the job.
 * Nothing for who may not export: no button is drawn.
 */
export function useExport(kind: string): ((request: ExportRequest) => Promise<void>) | undefined {
  const router = useRouter()
  if (!useSession().may('desk.export')) return undefined
  return async (request: ExportRequest): Promise<void> => {
    const all = await api.get('/api/sheets/exporters')
    const exporter = all.find((one) => one.kind === kind)
    if (!exporter) throw new Error(`no list ${kind} to export`)
    await new Promise<void>((resolve) => {
      const close = () => {
        exportQuestion.value = null
        resolve()
      }
      const send = async ({ columns, format, reason, layout }: ExportAnswer) => {
        const { target, sort } = request
        const rows = 'ids' in target ? { filter: {}, ids: target.ids } : { filter: target.filter }
        const made = await api.post('/api/sheets/exports', {
          body: { kind, sort, columns, format, reason, layout, ...rows },
        })
        close()
        const waits = made.state === 'approval'
        ElNotification({
          title: waits ? '已提交审批' : '正在导出',
          message: `“${made.name}”${countText(made.rows)} 行。${waits ? '批准后' : '完成后'}会通知您，点击查看进度。`,
          type: waits ? 'warning' : 'success',
          position: 'bottom-right',
          duration: 5000,
          onClick: () => void router.push('/resources/exports'),
        })
      }
      exportQuestion.value = { exporter, request, send, close }
    })
  }
}
