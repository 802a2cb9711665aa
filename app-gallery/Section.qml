import QtQuick
import CarGo.Ui

// A heading and what belongs under it.
Column {
    id: root
    property string title
    width: parent ? parent.width : 0
    spacing: Theme.s3
    Label { role: "bar"; text: root.title; width: parent.width; wrapMode: Text.WordWrap; Accessible.role: Accessible.Heading }
}
