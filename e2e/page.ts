import { expect, test as base, type Page } from 'playwright/test'

/** A built page has relative links; once they are whole, the app has taken it over. */
const takenOver = (page: Page) => expect(page.getByRole('banner').getByRole('link').first()).toHaveAttribute('href', /^http/)

/** A page that is used as soon as the app is there, and not before: keys and buttons need it. */
export const test = base.extend({
  page: async ({ page }, ready) => {
    const { goto, reload } = page
    page.goto = async (...args) => {
      const response = await goto.apply(page, args)
      if (page.url() !== 'about:blank') await takenOver(page)
      return response
    }
    page.reload = async (...args) => {
      const response = await reload.apply(page, args)
      await takenOver(page)
      return response
    }
    await ready(page)
  },
})
