# Debian and Ubuntu packages, by purpose. Sourced by ./dev; nothing else names a package.
# shellcheck shell=bash disable=SC2034
packages_build=(
  g++ cmake ninja-build ccache mold pkg-config git ca-certificates
  qt6-base-dev qt6-base-dev-tools qt6-declarative-dev qt6-declarative-dev-tools qt6-httpserver-dev qt6-websockets-dev
  qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools qcoro-qt6-dev qtkeychain-qt6-dev
  libpq-dev libsodium-dev libssl-dev libqrencode-dev libzip-dev libhiredis-dev prometheus-cpp-dev rapidjson-dev libzxing-dev
  libtesseract-dev libstemmer-dev libeigen3-dev zlib1g-dev
  libgl1-mesa-dev libegl1-mesa-dev libxkbcommon-dev libvulkan-dev
  fonts-inter fonts-material-design-icons-iconfont
)
packages_run=(
  postgresql postgresql-contrib redis-tools haproxy util-linux procps python3 python3-yaml python3-jsonschema poppler-utils
  qt6-image-formats-plugins libqt6sql6-sqlite tesseract-ocr-rus tesseract-ocr-eng
  qml6-module-qtqml qml6-module-qtqml-models qml6-module-qtqml-workerscript qml6-module-qtquick
  qml6-module-qtquick-controls qml6-module-qtquick-layouts qml6-module-qtquick-shapes qml6-module-qtquick-templates
  qml6-module-qtquick-window qml6-module-qtquick-dialogs qml6-module-qt-labs-folderlistmodel qml6-module-qttest qml6-module-qtmultimedia
  xvfb xauth libgl1-mesa-dri
)
# A third of a gigabyte, for two tests: a browser (not on Ubuntu, where it is no Debian package), and a virus scanner.
packages_long=(chromium clamav-daemon)
packages_fuzz=(clang libclang-rt-dev)
packages_bench=(
  golang-go golang-github-go-chi-chi-dev golang-github-jackc-pgx-v4-dev golang-github-gorilla-websocket-dev wrk
  libxapian-dev sphinxsearch python3-pymysql python3-psycopg2
)
packages_lint=(clang-format clang-tidy cppcheck shellcheck pyflakes3 desktop-file-utils appstream)
packages_package=(dpkg-dev file debootstrap)
