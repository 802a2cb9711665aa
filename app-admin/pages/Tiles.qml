import QtQuick
import CarGo.Ui

// Figures side by side; each takes `cell` as its width.
Flow {
    readonly property int columns: Math.max(1, Math.floor((width + spacing) / (Theme.px(200) + spacing)))
    readonly property real cell: Math.floor((width - (columns - 1) * spacing) / columns)
    spacing: Theme.s3
}
