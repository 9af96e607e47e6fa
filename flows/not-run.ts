/** Why a native fix was never run on Linux, by what its commands need. Where a run speaks for a fix, the run is what counts. */
export const notRun: readonly { why: string; fixes: readonly string[] }[] = [
  {
    why: 'It needs an account at a chat network, and somebody who writes to it.',
    fixes: [
      'access-not-configured/approve-code',
      'access-not-configured/import-approvals',
      'access-not-configured/new-code',
      'pairing-required/approve-chat-user',
      'pairing-required/new-code',
    ],
  },
  {
    why: 'It needs a phone with WhatsApp that scans a code.',
    fixes: ['access-not-configured/enable-plugin', 'access-not-configured/web-login'],
  },
  {
    why: 'It is for a script or an agent that has no terminal, and the runs type in one.',
    fixes: ['service-manager/stop-in-script'],
  },
  {
    why: 'It changes a proxy that is neither nginx nor Caddy.',
    fixes: ['connect-failed/other-proxy'],
  },
  {
    why: 'It fetches from the network, and the runs have none; only the newest release and what it needs lie ready for npm.',
    fixes: [
      'device-identity/update-command',
      'node-version/nvm',
      'node-version/run-installer',
      'node-version/system-node',
      'plugin-load/install-missing',
      'plugin-load/install-packages',
      'plugin-load/remove-plugin',
      'plugin-load/update-plugin',
      'prevention/install',
      'prevention/new-node',
      'protocol-mismatch/update-client',
      'send-failed/pm2',
      'service-manager/pm2',
      'update-broke-it/go-back',
    ],
  },
  {
    why: 'It needs a Tailscale network.',
    fixes: ['access-not-configured/tailscale', 'remote-gateway/funnel-password', 'remote-gateway/serve-instead'],
  },
  {
    why: 'It changes the machine itself (its clock or memory), which a run must not.',
    fixes: ['device-identity/set-client-clock', 'device-identity/set-host-clock', 'gateway-not-ready/give-memory'],
  },
  {
    why: 'It asks for the paths and names of one’s own secret store.',
    fixes: ['secretref/name-provider'],
  },
  {
    why: 'It goes through the whole setup, whose answers are one’s own.',
    fixes: ['gateway-not-ready/reset-config'],
  },
  {
    why: 'It needs Podman, which ran as a service of systemd only.',
    fixes: [
      'podman-and-hosts/podman-doctor',
      'podman-and-hosts/podman-init',
      'podman-and-hosts/podman-mode',
      'podman-and-hosts/podman-owner',
      'podman-and-hosts/podman-target',
      'podman-and-hosts/podman-token',
    ],
  },
  {
    why: 'It needs a Kubernetes cluster.',
    fixes: ['podman-and-hosts/pod-bind', 'podman-and-hosts/pod-config', 'podman-and-hosts/pod-forward', 'podman-and-hosts/pod-token'],
  },
  {
    why: 'It is done on Windows.',
    fixes: [
      'wsl-and-windows/allow-scripts',
      'wsl-and-windows/forwarding',
      'wsl-and-windows/keep-wsl',
      'wsl-and-windows/keep-wsl-boot',
      'wsl-and-windows/only-windows',
      'wsl-and-windows/only-wsl',
      'wsl-and-windows/portproxy',
      'wsl-and-windows/start-task',
      'wsl-and-windows/wsl-systemd',
    ],
  },
]
