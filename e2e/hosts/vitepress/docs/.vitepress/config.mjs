// The element's script belongs into the head of every page: a script in Markdown is a Vue script.
export default {
  title: 'Our docs',
  head: [
    ['script', { type: 'module', src: 'https://HOST/embed.js' }],
    ['style', {}, 'openclaw-flowchart:not(:defined) { display: block; min-height: 640px }'],
  ],
  vue: { template: { compilerOptions: { isCustomElement: (tag) => tag === 'openclaw-flowchart' } } },
  themeConfig: {
    sidebar: [
      { text: 'Frame', link: '/frame' },
      { text: 'Element', link: '/element' },
    ],
  },
}
