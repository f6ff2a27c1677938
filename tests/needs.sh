#!/bin/sh
# The browser tests need Chromium and a font with Chinese characters, the mailbox an IMAP server, and what
# a publisher's server says is asked of nginx. Installed where we may, named where we may not.
set -eu
missing=""
command -v chromium >/dev/null 2>&1 || missing="$missing chromium"
if ! ls /usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc >/dev/null 2>&1; then missing="$missing fonts-noto-cjk"; fi
# the mailbox is tested against a real IMAP server; without it those tests say so and are skipped
if ! [ -x /usr/sbin/dovecot ]; then missing="$missing dovecot-imapd"; fi
if ! [ -x /usr/sbin/nginx ]; then missing="$missing nginx-light"; fi
[ -z "$missing" ] && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "installing$missing"
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
else
    echo "The tests need these Debian packages:$missing"
    echo "Install them with: sudo apt-get install$missing"
    exit 1
fi
