import QtQuick
import QtQuick.Templates as T
import CarGo.Ui

// The pages of one place of an app.
T.StackView {
    id: stack
    required property string root
    required property var pages            // url of each page by its name
    property string pageName: root
    readonly property real footing: currentItem ? (currentItem as Page)?.footing ?? 0 : 0
    property var names: [root]
    function show(name, params) { if (pages[name]) { push(pages[name], params); names.push(name); pageName = name } }
    function exchange(name, params) {
        if (depth > 1 && pages[name]) { replace(currentItem, pages[name], params); names[names.length - 1] = name; pageName = name } else show(name, params)
    }
    function back() { if (depth > 1) { pop(); names.pop(); pageName = names[names.length - 1] } }
    function toRoot() { if (depth > 1) { pop(null, T.StackView.Immediate); names = [root]; pageName = root } }

    focus: true
    Component.onCompleted: push(pages[root], {}, T.StackView.Immediate)
    pushEnter: Transition { NumberAnimation { property: "x"; from: Theme.calm > 0 ? 40 : 0; to: 0; duration: Theme.calm; easing.type: Easing.OutCubic } NumberAnimation { property: "opacity"; from: 0; to: 1; duration: Theme.calm } }
    pushExit: Transition { NumberAnimation { property: "opacity"; to: 0; duration: Theme.fast } }
    popEnter: Transition { NumberAnimation { property: "opacity"; from: 0; to: 1; duration: Theme.calm } }
    popExit: Transition { NumberAnimation { property: "x"; to: Theme.calm > 0 ? 40 : 0; duration: Theme.calm } NumberAnimation { property: "opacity"; to: 0; duration: Theme.fast } }
    replaceEnter: pushEnter
    replaceExit: pushExit
}
