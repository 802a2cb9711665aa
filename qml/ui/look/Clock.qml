pragma Singleton
import QtQuick

// What countdowns call now. The shell sets `skewMs` once it knows the server's time (server minus device); tests and
// pictures own the time by setting `fixedMs`.
QtObject {
    property real skewMs: 0
    property real fixedMs: NaN

    function now() { return isNaN(fixedMs) ? Date.now() + skewMs : fixedMs }
}
