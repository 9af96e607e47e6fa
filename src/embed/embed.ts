import { defineFlowchart } from './element.ts'

// The script lies at the root of the site that it embeds, wherever that is hosted.
defineFlowchart(new URL(/* @vite-ignore */ '.', import.meta.url))
