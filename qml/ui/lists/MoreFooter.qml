import QtQuick

// The end of a list that goes on: it loads, it could not, or that is all.
Item {
    id: root
    property bool hasMore: false
    property bool loading: false
    property string errorText
    property string endText                // said when there is no more; nothing without it
    property int rows: 0                   // in the list; of an empty one there is nothing to say
    signal retried()

    implicitHeight: rows === 0 ? 0 : errorText !== "" ? failed.implicitHeight + Theme.s4 : hasMore || loading ? 56 : endText !== "" ? end.implicitHeight + 2 * Theme.s5 : Theme.s2
    Accessible.ignored: true
    BusyDots { visible: root.rows > 0 && root.loading && root.errorText === ""; anchors.centerIn: parent; Accessible.name: qsTr("Loading") }
    Label { id: end; visible: root.rows > 0 && !root.hasMore && !root.loading && root.errorText === "" && text !== ""; role: "second"; anchors.centerIn: parent; width: Math.min(implicitWidth, parent.width - 2 * Theme.s4); text: root.endText; wrapMode: Text.WordWrap; horizontalAlignment: Text.AlignHCenter }
    Banner { id: failed; visible: root.rows > 0 && root.errorText !== ""; y: Theme.s2; width: parent.width; tone: "danger"; title: qsTr("Could not load more"); text: root.errorText; actionText: qsTr("Try again"); onAction: root.retried() }
}
