import QtQuick
import CarGo.Ui

// Until when a case is put off.
Menu {
    id: root
    title: qsTr("Put off")
    signal chosen(string until)            // RFC 3339

    function day(days) { const at = new Date(Clock.now()); at.setDate(at.getDate() + days); at.setHours(9, 0, 0, 0); return at.toISOString() }
    MenuItem { text: qsTr("For an hour"); onTriggered: root.chosen(new Date(Clock.now() + 3600000).toISOString()) }
    MenuItem { text: qsTr("For four hours"); onTriggered: root.chosen(new Date(Clock.now() + 4 * 3600000).toISOString()) }
    MenuItem { text: qsTr("Until tomorrow, 9:00"); onTriggered: root.chosen(root.day(1)) }
    MenuItem { text: qsTr("For a week"); onTriggered: root.chosen(root.day(7)) }
}
