/** What tells crawlers where the pages are. */

/** `sitemap.xml` of pages (`urls` below the root) at their absolute addresses. */
export const sitemap = (urls: readonly string[], siteUrl: string): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...urls.map((url) => `<url><loc>${new URL(url, siteUrl).href.replaceAll('&', '&amp;')}</loc></url>`),
    '</urlset>',
    '',
  ].join('\n')

/** `robots.txt`: everything may be read; crawlers find it only where the site is at the root of its host. */
export const robots = (siteUrl: string | undefined): string =>
  ['User-agent: *', 'Allow: /', ...(siteUrl ? [`Sitemap: ${new URL('sitemap.xml', siteUrl).href}`] : []), ''].join('\n')
