type Policies = { createPolicy: (name: string, rules: { createScriptURL: (url: string) => string }) => unknown }

/**
 * Lets workers be started from the site's own files, and from nowhere else, where the browser enforces trusted types (the page's policy
 * asks for it). Everything else that could run text as a script has no rule, and is refused.
 */
export function allowOwnScripts(root: URL): void {
  const { trustedTypes } = window as { trustedTypes?: Policies }
  trustedTypes?.createPolicy('default', {
    createScriptURL: (url) => {
      if (new URL(url, root).href.startsWith(root.href)) return url
      throw new TypeError(`${url} is none of this site's files.`)
    },
  })
}
