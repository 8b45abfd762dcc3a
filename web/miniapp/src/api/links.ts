/** Opens an outside address: in the browser's own tab on the phone site, copied in a mini-program, which opens none. */
export function openLink(url: string): void {
  if (!url.startsWith('https://')) return
  // #ifdef H5
  window.open(url, '_blank', 'noopener')
  // #endif
  // #ifndef H5
  uni.setClipboardData({ data: url, success: () => uni.showToast({ title: '链接已复制，请在浏览器或腾讯会议中打开', icon: 'none' }) })
  // #endif
}
