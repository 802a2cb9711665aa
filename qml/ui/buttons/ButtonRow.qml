import QtQuick

// Buttons of one kind of weight side by side; one under the other where their words would not fit. Each takes `cell` as
// its width.
Grid {
    id: root
    readonly property int shown: {
        let count = 0
        for (let at = 0; at < children.length; ++at)
            count += children[at].visible && children[at].implicitWidth > 0 ? 1 : 0
        return Math.max(1, count)
    }
    readonly property real widest: {
        let most = 0
        for (let at = 0; at < children.length; ++at)
            most = children[at].visible ? Math.max(most, children[at].implicitWidth) : most
        return most
    }
    readonly property bool stacked: shown > 1 && shown * widest + (shown - 1) * spacing > width
    readonly property real cell: stacked ? width : (width - (shown - 1) * spacing) / shown

    columns: stacked ? 1 : shown
    spacing: Theme.s2
}
