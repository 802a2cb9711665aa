import QtQuick
import CarGo.Ui

// The middle pane of a case as one column that scrolls.
Flickable {
    id: root
    default property alias content: column.data
    contentHeight: column.height + Theme.s5
    clip: true
    boundsBehavior: Flickable.StopAtBounds
    Column { id: column; width: root.width; spacing: Theme.s3 }
}
