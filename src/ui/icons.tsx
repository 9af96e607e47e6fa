import type { ReactNode } from 'react'
import type { NodeMeta } from '../engine/graph.ts'

function Icon({ children, size = 18 }: { children: ReactNode; size?: number }) {
  return (
    <svg
      aria-hidden="true"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.2"
      strokeLinecap="round"
      strokeLinejoin="round"
      className="shrink-0"
    >
      {children}
    </svg>
  )
}

export const LogoIcon = () => (
  <Icon size={24}>
    <path d="M12 3v6M12 9c0 3-6 3-6 7M12 9c0 3 6 3 6 7" />
    <circle cx="6" cy="19" r="2.6" />
    <circle cx="18" cy="19" r="2.6" fill="currentColor" />
  </Icon>
)
export const ArrowIcon = () => (
  <Icon>
    <path d="M5 12h14M13 6l6 6-6 6" />
  </Icon>
)
export const CloseIcon = () => (
  <Icon>
    <path d="M6 6l12 12M18 6L6 18" />
  </Icon>
)
export const ThemeIcon = () => (
  <Icon>
    <circle cx="12" cy="12" r="9" />
    <path d="M12 3a9 9 0 0 1 0 18z" fill="currentColor" />
  </Icon>
)

const kindPaths: Record<NodeMeta['kind'], ReactNode> = {
  check: <path d="M4 7l5 5-5 5M12 18h8" />,
  question: <path d="M8.5 9a3.5 3.5 0 1 1 5.2 3c-1.2.8-1.7 1.4-1.7 2.6M12 18.6v.01" />,
  fix: <path d="M14.5 6.5a4 4 0 0 0-5.3 4.9L4 16.6V20h3.4l5.2-5.2a4 4 0 0 0 4.9-5.3l-2.6 2.6-2.6-.6-.6-2.6z" />,
  jump: <path d="M5 12h13M12 6l6 6-6 6" />,
  end: (
    <>
      <path d="M6 21V4" />
      <path d="M6 5h11l-2.5 4 2.5 4H6" />
    </>
  ),
}
export const KindIcon = ({ kind, size }: { kind: NodeMeta['kind']; size?: number }) => <Icon size={size}>{kindPaths[kind]}</Icon>

/** What each kind of node is called. */
export const kindNames: Record<NodeMeta['kind'], string> = {
  check: 'Check',
  question: 'Question',
  fix: 'Fix',
  jump: 'Go on elsewhere',
  end: 'End',
}

export const kindColors: Record<NodeMeta['kind'], string> = {
  check: 'text-accent',
  question: 'text-accent',
  fix: 'text-ok',
  jump: 'text-ink2',
  end: 'text-ink2',
}
