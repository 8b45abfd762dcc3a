/** The server's answer to what may not be done: its sentence is shown as it is. */
export class Refusal extends Error {
  readonly code: string
  readonly facts: Record<string, unknown>
  readonly status: number

  constructor(code: string, message: string, facts: Record<string, unknown> = {}, status = 409) {
    super(message)
    this.name = 'Refusal'
    this.code = code
    this.facts = facts
    this.status = status
  }
}

/** The server could not be reached; nothing is known about whether the request arrived. */
export class Offline extends Error {
  constructor() {
    super('网络不通，未能连上服务器。请检查网络后重试。')
    this.name = 'Offline'
  }
}

/** The server failed; only a reference number is told. */
export class Unexpected extends Error {
  readonly reference: string
  readonly status: number

  constructor(status: number, reference: string, message?: string) {
    super(message ?? '服务器没有处理好这个请求。请稍后重试，仍不行请把编号告诉系统管理员。')
    this.name = 'Unexpected'
    this.status = status
    this.reference = reference
  }
}

/** Whether `error` only says that we ourselves stopped asking. */
export function isAborted(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError'
}

interface FieldFault {
  loc?: (string | number)[]
  msg?: string
}

/** What a failed answer means to a person: a refusal in the server's words, or a reference number. */
export function errorFrom(status: number, body: unknown, reference: string): Refusal | Unexpected {
  if (body && typeof body === 'object') {
    const { code, message, facts, detail } = body as Record<string, unknown>
    if (typeof code === 'string' && typeof message === 'string') {
      if (status >= 500) {
        const told = (facts as { reference?: string } | undefined)?.reference
        return new Unexpected(status, told ?? reference, message)
      }
      return new Refusal(code, message, (facts as Record<string, unknown>) ?? {}, status)
    }
    if (status === 422 && Array.isArray(detail)) {
      const fields = (detail as FieldFault[]).map((fault) => String(fault.loc?.at(-1) ?? ''))
      return new Refusal(
        'request.malformed',
        `提交的内容有误：${fields.join('、')}。请改正后再提交。`,
        { fields },
        status,
      )
    }
  }
  if (status === 401) return new Refusal('access.not_signed_in', '登录已失效，请重新登录。', {}, status)
  if (status === 403)
    return new Refusal('access.forbidden', '当前身份没有这项权限，请联系管理员。', {}, status)
  if (status === 404)
    return new Refusal('not_found', '没有找到，或不在您可见的范围内。请返回列表重试。', {}, status)
  if (status === 413)
    return new Refusal('request.too_large', '内容太大，服务器没有接收。请分成几份后再试。', {}, status)
  return new Unexpected(status, reference)
}
