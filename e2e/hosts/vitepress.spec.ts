import { builtSite } from './built.ts'
import { worksIn } from './documentation.ts'

worksIn('VitePress', {
  build: (flowchart) =>
    builtSite('vitepress', ['docs'], ['npx', 'vitepress', 'build', '.site/docs'], '.site/docs/.vitepress/dist', flowchart),
  switchTheme: (page) => page.getByRole('switch', { name: /theme/i }).first().click(),
  link: (page, name) => page.getByRole('complementary').getByRole('link', { name, exact: true }),
})
