import QtQuick
import CarGo.Ui

// Where a list or grid stands, by the key of its topmost row and not by pixels: so the same row stays under the eye when
// the model is filled anew, and when the page comes back later (place() to keep, restore() to come back).
QtObject {
    id: root
    required property var view             // a ListView or a GridView
    property string keyRole
    property var kept: null

    function place() {
        const probe = view.contentY + view.topMargin
        for (let down = 0; down < view.height; down += 24) {
            for (let right = 4; right < view.width; right += Math.max(40, view.width / 3)) {
                const at = view.indexAt(view.contentX + right, probe + down)
                const item = at >= 0 ? view.itemAtIndex(at) : null
                if (item)
                    return { key: keyRole !== "" ? Rows.value(view.model, at, keyRole) : undefined, index: at, offset: view.contentY - item.y }
            }
        }
        return null
    }
    function restore(place) {
        if (!place)
            return false
        const found = place.key !== undefined ? Rows.find(view.model, keyRole, place.key) : -1
        const at = found >= 0 ? found : Math.min(place.index, view.count - 1)
        if (at < 0)
            return false
        view.forceLayout()
        view.positionViewAtIndex(at, ListView.Beginning)
        const item = view.itemAtIndex(at)
        if (item && found >= 0)
            view.contentY = Math.max(view.originY - view.topMargin, Math.min(item.y + place.offset, view.originY + Math.max(0, view.contentHeight - view.height + view.bottomMargin)))
        view.returnToBounds()
        return true
    }
    readonly property Connections watch: Connections {
        target: typeof root.view.model === "object" && root.view.model !== null && root.view.model.modelReset !== undefined ? root.view.model : null
        ignoreUnknownSignals: true
        function onModelAboutToBeReset() { root.kept = root.view.contentY > root.view.originY - root.view.topMargin + 1 ? root.place() : null }
        function onModelReset() { const was = root.kept; root.kept = null; root.restore(was) }
    }
}
