import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Listings

Page {
    id: root
    property string facet
    property string value
    property string query                  // of a kept search
    readonly property bool wide: width >= Theme.wideFrom
    readonly property var sorts: [ { value: "relevance", text: qsTr("Best match") }, { value: "price_asc", text: qsTr("Cheaper first") }, { value: "price_desc", text: qsTr("Dearer first") },
        { value: "newest", text: qsTr("Newest first") }, { value: "mileage_asc", text: qsTr("Lower mileage") }, { value: "eta_asc", text: qsTr("Faster delivery") } ]
    title: qsTr("Search")
    bar: false
    Component.onCompleted: if (query !== "") search.open(query); else if (facet !== "") facet.endsWith("_to") || facet.endsWith("_from") && facet !== "country_from" ? search.setRange(facet, value) : search.toggle(facet, value)

    SearchViewModel { id: search }
    SavedSearchesViewModel {
        id: kept
        onSaved: already => Nav.tell(already ? qsTr("You keep this search already") : qsTr("The search is kept"), { action: qsTr("Show"), run: () => Nav.go("savedSearches") })
        onFailed: text => Nav.tell(text)
    }
    Connections {
        target: Session
        // Asked for as a guest: kept as soon as it can be.
        function onSignedInChanged(signedIn) { if (signedIn && root.keepAfterSignIn) { root.keepAfterSignIn = false; kept.save(search.queryText) } }
    }
    property bool keepAfterSignIn: false
    function keep() {
        if (Session.signedIn) { kept.save(search.queryText); return }
        keepAfterSignIn = true
        Nav.askSignIn()
    }
    Rectangle {
        id: panel
        visible: root.wide
        width: visible ? 320 : 0
        height: parent.height
        color: Theme.surface
        Rectangle { anchors.right: parent.right; width: 1; height: parent.height; color: Theme.line }
        Flickable {
            anchors.fill: parent
            contentHeight: side.height + 2 * Theme.s6
            boundsBehavior: Flickable.StopAtBounds
            FacetPanel { id: side; x: Theme.s5; y: Theme.s5; width: parent.width - 2 * Theme.s5; search: search }
        }
    }
    ListingGrid {
        id: grid
        objectName: "search.grid"
        anchors { left: panel.right; right: parent.right; top: parent.top; bottom: parent.bottom }
        viewModel: search
        side: Theme.margin(width)
        maximumColumns: 4
        Connections { target: Nav; function onPushed(name) { if (name === "listing" && search.text !== "" && root.visible) search.remember() } }
        emptyTitle: qsTr("Nothing found")
        emptyText: search.didYouMean !== "" ? qsTr("Did you mean “%1”?").arg(search.didYouMean) : qsTr("Take away a filter or write it in another way.")
        emptyIcon: "search_off"
        emptyAction: search.didYouMean !== "" ? qsTr("Search for “%1”").arg(search.didYouMean) : search.chips.length > 0 ? qsTr("Take all filters away") : search.text !== "" ? qsTr("Show all cars") : ""
        onEmptyActed: search.didYouMean !== "" ? search.text = search.didYouMean : search.chips.length > 0 ? search.clearFilters() : search.text = ""
        head: Column {
            spacing: Theme.s2
            topPadding: Theme.s3
            bottomPadding: Theme.s3
            Row {
                width: parent.width
                IconButton { id: back; visible: Nav.depth > 1; iconName: "arrow_back"; text: qsTr("Back"); onClicked: Nav.back() }
                SearchField { objectName: "search.text"; name: qsTr("Search for a car"); placeholder: qsTr("RAV4 from Japan up to 2.8 million"); width: parent.width - (back.visible ? back.width : 0); actionIcon: root.wide ? "" : "tune"; actionText: qsTr("Filters"); text: search.text; onTextEdited: search.text = text; onAccepted: search.remember(); onAction: sheet.open() }
            }
            Flickable {
                width: parent.width + grid.side
                height: Theme.touch
                contentWidth: row.width + grid.side
                boundsBehavior: Flickable.StopAtBounds
                Row {
                    id: row
                    spacing: Theme.s2
                    Chip { objectName: "search.sort"; iconName: "sort"; text: root.sorts.find(s => s.value === search.sort).text; onClicked: sortSheet.open() }
                    Chip { objectName: "search.keep"; visible: search.text !== "" || search.chips.length > 0; iconName: "bookmark_border"; text: qsTr("Keep this search"); onClicked: root.keep() }
                    Repeater {
                        model: search.chips
                        Chip { required property var modelData; text: modelData.text; removable: true; strong: true; onClicked: search.removeChip(modelData.facet, modelData.value) }
                    }
                    Repeater {
                        model: search.text === "" && search.chips.length === 0 ? search.recent : []
                        Chip { required property string modelData; iconName: "history"; text: modelData; onClicked: search.text = modelData }
                    }
                }
            }
            Label { objectName: "search.total"; visible: search.phase === ViewModel.Ready; text: qsTr("%n car(s)", "", search.total); size: 13; color: Theme.inkSoft }
            Banner { visible: search.stale; width: parent.width; tone: "warn"; iconName: "cloud_off"; text: qsTr("No connection. This is what you saw last.") }
        }
    }
    Sheet {
        id: sheet
        objectName: "search.sheet"
        title: qsTr("Filters")
        FacetPanel { width: parent.width; search: search; heading: false }
        footer: Button { objectName: "search.show"; width: parent.width; text: search.phase === ViewModel.Loading ? qsTr("Counting…") : qsTr("Show %n car(s)", "", search.total); onClicked: sheet.close() }
    }
    Sheet {
        id: sortSheet
        title: qsTr("Order")
        Column {
            width: parent.width
            Repeater {
                model: root.sorts
                ListRow { required property var modelData; width: parent.width; text: modelData.text; arrow: false; iconName: search.sort === modelData.value ? "radio_button_checked" : "radio_button_unchecked"; ink: search.sort === modelData.value ? Theme.brand : Theme.ink; onClicked: { search.sort = modelData.value; sortSheet.close() } }
            }
        }
    }
}
