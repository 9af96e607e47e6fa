import { Component, type ReactNode } from 'react'

/** Shows `otherwise` in place of a part whose code did not arrive or failed, so that the rest of the page stays. */
export class Boundary extends Component<{ otherwise: ReactNode; children: ReactNode }, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override render() {
    return this.state.failed ? this.props.otherwise : this.props.children
  }
}
