// A script in MDX is put into the page and does not run: the element's is named here.
export default {
  title: 'Our docs',
  url: 'http://127.0.0.1',
  baseUrl: '/',
  scripts: [{ src: 'https://HOST/embed.js', type: 'module' }],
  headTags: [{ tagName: 'style', attributes: {}, innerHTML: 'openclaw-flowchart:not(:defined) { display: block; min-height: 640px }' }],
  presets: [['classic', { docs: { routeBasePath: '/', sidebarPath: undefined }, blog: false }]],
}
