/** The page without an address of its own: it becomes the one that was asked for. */
export const shell = '404.html'
/** What a page of the newest version says to a worker that waits. */
export const takeOverNow = 'take over now'
/** The built worker: at the root, for a worker serves what lies below it. */
export const workerFile = 'sw.js'
