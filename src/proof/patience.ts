/** How many times as long as usual everything may take here. */
export const patience = { times: 1 }
