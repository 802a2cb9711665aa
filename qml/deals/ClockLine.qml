import QtQuick
import CarGo.Ui

// One clock of a deal: what it is for, how long is left, until when, and what happens then.
Column {
    id: root
    property var clock: ({})
    spacing: 3
    Countdown { width: parent.width; untilMs: root.clock.until || 0; label: root.clock.title || "" }
    Label { visible: text !== ""; x: Theme.px(20) + Theme.s2; width: parent.width - x; role: "second"; wrapMode: Text.WordWrap; text: root.clock.then || "" }
}
