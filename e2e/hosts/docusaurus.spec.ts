import { builtSite } from './built.ts'
import { worksIn } from './documentation.ts'

worksIn('Docusaurus', {
  build: (flowchart) =>
    builtSite(
      'docusaurus',
      ['docs', 'docusaurus.config.mjs', 'package.json'],
      ['npx', 'docusaurus', 'build', '.site', '--out-dir', '../built', '--no-minify'],
      'built',
      flowchart,
    ),
  switchTheme: async (page) => {
    const button = page.getByRole('button', { name: /Switch between dark and light mode/ })
    while ((await page.locator('html').getAttribute('data-theme')) !== 'dark') await button.click()
  },
  link: (page, name) => page.getByRole('navigation').getByRole('link', { name, exact: true }),
})
