import type { Answer } from '@client/client'
import { reactive } from 'vue'
import { tellRefusal } from '@/blocks/moves/moves'
import { api } from '@/state/api'
import type { FilterField } from './fields'

type Choices = Answer<'/api/desk/choices'>
let asked: Promise<Choices> | undefined

/** The batches, regions and categories in use in recovery; read once for all pages. */
export function recoveryChoices(): Promise<Choices> {
  asked ??= api.get('/api/desk/choices', { query: { line: 'recovery' } })
  asked.catch(() => (asked = undefined))
  return asked
}

/** These fields, with the named ones offering what is in use as soon as it is known: `{ batch: 'batches' }`. */
export function withChoices(
  fields: FilterField[],
  wanted: Record<string, 'batches' | 'regions' | 'categories'>,
): FilterField[] {
  const full = reactive(fields)
  recoveryChoices()
    .then((all) => {
      for (const field of full) {
        const source = wanted[field.key]
        if (!source) continue
        field.choices = all[source].map((one) =>
          typeof one === 'string'
            ? { value: one, label: one }
            : { value: String(one.id), label: `${one.name}（${one.note}）` },
        )
      }
    })
    .catch(tellRefusal)
  return full as FilterField[]
}
