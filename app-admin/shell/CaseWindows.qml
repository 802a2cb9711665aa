import QtQuick
import CarGo.Ui

// The windows besides the first one. They end with the session: what was typed in them is kept as a draft.
QtObject {
    id: root
    required property Documents documents
    property var open: []
    readonly property Component window: Component { CaseWindow {} }

    function detach() {
        const key = documents.key, page = documents.item(key)
        if (!page || !documents.isThing(key) || !documents.mayLeave(key))
            return false
        const params = Object.assign({}, documents.params[key])
        if (page.caseVm) {
            params.itemId = page.item      // J and K may have gone on
            page.caseVm.handOver()
        }
        const made = window.createObject(null, { page: documents.pages[documents.pageName], params: params })
        made.left.connect(() => { root.open = root.open.filter(one => one !== made); made.destroy() })
        open = open.concat([made])
        documents.close(key)
        return true
    }
    function closeAll() { for (const one of open) one.destroy(); open = [] }
}
