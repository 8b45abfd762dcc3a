import { Refusal, errorFrom } from './refusal'
import type { paths } from './schema'

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete'

/** One request in plain words; a transport (fetch, uni.request) carries it. */
export interface Outgoing {
  method: Uppercase<Method>
  url: string
  body?: unknown
  signal?: AbortSignal
}

/** What came back. A transport throws `Offline` when nothing did. */
export interface Incoming {
  status: number
  body: unknown
  reference: string
}

export type Transport = (request: Outgoing) => Promise<Incoming>

type Json<T> = T extends { content: { 'application/json': infer Body } } ? Body : undefined
type Operation<P extends keyof paths, M extends Method> =
  paths[P] extends Record<M, infer Op> ? NonNullable<Op> : never
type PathsWith<M extends Method> = {
  [P in keyof paths]: paths[P] extends Record<M, infer Op> ? (Op extends object ? P : never) : never
}[keyof paths] &
  string
type Parameters<Op> = Op extends { parameters: infer Given } ? Given : never
type PathOf<Op> = Parameters<Op> extends { path: infer Given } ? Given : undefined
type QueryOf<Op> = Parameters<Op> extends { query?: infer Given } ? Given : undefined
type BodyOf<Op> = Op extends { requestBody?: infer Given } ? Json<NonNullable<Given>> : undefined

/** The body of a successful answer to `M P`. */
export type Answer<P extends keyof paths, M extends Method = 'get'> =
  Operation<P, M> extends { responses: infer All }
    ? All extends Record<200, infer Ok>
      ? Json<Ok>
      : All extends Record<201, infer Created>
        ? Json<Created>
        : All extends Record<202, infer Taken>
          ? Json<Taken>
          : undefined
    : never

type Need<Key extends string, T> = [T] extends [undefined]
  ? { [K in Key]?: undefined }
  : undefined extends T
    ? { [K in Key]?: T }
    : { [K in Key]: T }

export type Ask<P extends keyof paths, M extends Method> = Need<'path', PathOf<Operation<P, M>>> &
  Need<'body', BodyOf<Operation<P, M>>> & {
    query?: QueryOf<Operation<P, M>>
    signal?: AbortSignal
  }

type AskArguments<P extends keyof paths, M extends Method> =
  Record<string, never> extends Ask<P, M>
    ? [ask?: Ask<P, M>]
    : object extends Ask<P, M>
      ? [ask?: Ask<P, M>]
      : [ask: Ask<P, M>]

export type QueryValue = string | number | boolean | null | undefined | readonly (string | number)[]
export type Query = Record<string, QueryValue>

/** Untyped asking, for addresses a block is given by its page. */
export interface LooseAsk {
  query?: Query | undefined
  body?: unknown
  signal?: AbortSignal | undefined
}

/** `?a=1&b=2&b=3`; empty values are left out, lists repeat their key. */
export function queryString(query: Query | undefined): string {
  const words = new URLSearchParams()
  for (const [key, value] of Object.entries(query ?? {})) {
    if (value === null || value === undefined || value === '') continue
    if (typeof value === 'object') for (const one of value) words.append(key, String(one))
    else words.append(key, String(value))
  }
  const text = words.toString()
  return text ? `?${text}` : ''
}

/** `/cases/{id}` with `{id: 7}` is `/cases/7`. */
export function fillPath(template: string, values: Record<string, unknown> | undefined): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values?.[name]
    if (value === undefined || value === null) throw new TypeError(`${template} needs ${name}`)
    return encodeURIComponent(String(value))
  })
}

export interface ClientOptions {
  /** Called when the session is gone; answers whether the same person is signed in again. */
  signInAgain?: (refusal: Refusal) => Promise<boolean>
  /** Hears every refusal before the caller does. */
  refused?: (refusal: Refusal) => void
}

/** The one small client: typed by path, in front of whichever transport the face has. */
export function createClient(transport: Transport, options: ClientOptions = {}) {
  /** Send and give back the body, or throw a Refusal, Offline or Unexpected. */
  async function send<T>(method: Method, url: string, ask: LooseAsk & { quiet?: boolean } = {}): Promise<T> {
    const request: Outgoing = {
      method: method.toUpperCase() as Uppercase<Method>,
      url: url + queryString(ask.query),
    }
    if (ask.body !== undefined) request.body = ask.body
    if (ask.signal) request.signal = ask.signal
    let answer = await transport(request)
    if (answer.status === 401 && !ask.quiet && options.signInAgain) {
      // A 401 changed nothing, so the same request may be sent once more after the sign-in.
      const refusal = errorFrom(401, answer.body, answer.reference) as Refusal
      if (await options.signInAgain(refusal)) answer = await transport(request)
    }
    if (answer.status < 200 || answer.status > 299) {
      const error = errorFrom(answer.status, answer.body, answer.reference)
      if (error instanceof Refusal) options.refused?.(error)
      throw error
    }
    return answer.body as T
  }

  function typed<M extends Method>(method: M) {
    return <P extends PathsWith<M>>(path: P, ...[ask]: AskArguments<P, M>): Promise<Answer<P, M>> => {
      const given = (ask ?? {}) as LooseAsk & {
        path?: Record<string, unknown>
      }
      return send(method, fillPath(path, given.path), given)
    }
  }

  return {
    send,
    get: typed('get'),
    post: typed('post'),
    put: typed('put'),
    patch: typed('patch'),
    delete: typed('delete'),
  }
}

export type Client = ReturnType<typeof createClient>
