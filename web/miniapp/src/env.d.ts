declare module '*.vue' {
  import type { DefineComponent } from 'vue'
  const component: DefineComponent<object, object, unknown>
  export default component
}

/** What WeChat has and uni-app does not wrap. */
declare const wx: {
  chooseMessageFile(asked: {
    count: number
    type: string
    success: (got: { tempFiles: unknown[] }) => void
    fail: () => void
  }): void
}
