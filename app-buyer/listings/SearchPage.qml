import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Listings

Page {
    id: root
    source: vm
    property string query                  // conditions to begin with, as GET search takes them
    property bool typing: false            // the field has the keyboard at once
    readonly property bool wide: width >= Theme.wideFrom
    readonly property var sorts: [ { value: "relevance", text: qsTr("Best match") }, { value: "price_asc", text: qsTr("Cheaper first") }, { value: "price_desc", text: qsTr("Dearer first") },
        { value: "newest", text: qsTr("Newest first") }, { value: "mileage_asc", text: qsTr("Lower mileage") }, { value: "eta_asc", text: qsTr("Faster delivery") } ]
    readonly property string sortText: sorts.find(row => row.value === vm.sort)?.text ?? ""
    title: qsTr("Search")
    bar: false
    Component.onCompleted: {
        if (query !== "")
            vm.open(query)
        if (typing)
            box.forceActiveFocus()
    }

    SearchViewModel { id: vm; onFailed: text => Nav.tell(text) }
    Draft { key: root.query === "" ? "search" : ""; target: vm; properties: ["text", "sort", "filters"] }
    SavedSearchesViewModel {
        id: kept
        onSaved: already => Nav.tell(already ? qsTr("You keep this search already") : qsTr("The search is kept"), { action: qsTr("Show"), run: () => Nav.go("savedSearches") })
        onFailed: text => Nav.tell(text)
    }
    function keep() {
        if (Session.signedIn)
            kept.save(vm.queryText)
        else
            Nav.needSignIn(qsTr("Sign in, and the search is kept on all your devices."), () => kept.save(vm.queryText))
    }
    Shortcut { sequence: "/"; enabled: root.visible && !box.activeFocus; onActivated: { box.forceActiveFocus(Qt.ShortcutFocusReason); box.selectAll() } }
    Connections { target: Nav; function onPushed(name) { if (name === "listing" && vm.text !== "" && root.visible) vm.remember() } }
    Rectangle {
        id: panel
        visible: root.wide
        width: visible ? 328 : 0
        height: parent.height
        color: Theme.surface
        Rectangle { anchors.right: parent.right; width: Theme.hairline; height: parent.height; color: Theme.line }
        Flickable {
            anchors.fill: parent
            contentHeight: facets.height + 2 * Theme.s5
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            Loader { id: facets; active: root.wide; x: Theme.s5; y: Theme.s5; width: parent.width - 2 * Theme.s5; sourceComponent: FacetPanel { search: vm } }
        }
    }
    Item {
        id: head
        anchors { left: panel.right; right: parent.right }
        height: box.height + Theme.s3 + Theme.s1
        z: 1
        Rectangle { anchors.fill: parent; color: Theme.page }
        IconButton { id: back; visible: Nav.depth > 1; x: grid.side - Theme.s3; anchors.verticalCenter: box.verticalCenter; iconName: "arrow_back"; text: qsTr("Back"); onClicked: Nav.back() }
        SearchInput { id: box; objectName: "search.text"; x: back.visible ? back.x + back.width : grid.side; y: Theme.s3; width: parent.width - x - grid.side; search: vm; onPassed: grid.forceActiveFocus() }
    }
    ListingGrid {
        id: grid
        objectName: "search.grid"
        anchors { left: panel.right; right: parent.right; top: head.bottom; bottom: parent.bottom }
        clip: true
        viewModel: vm
        side: Theme.margin(width)
        lines: Settings.listLayout === "lines" && Theme.textScale <= 1.5
        none: NothingFound { search: vm; onKept: root.keep() }
        tail: vm.similar.count > 0 ? similar : null
        explained: true
        onWhyAsked: listingId => why.ask(vm.whyQuery(listingId), listingId)
        Keys.onEscapePressed: event => { event.accepted = Nav.depth === 1; if (event.accepted) box.forceActiveFocus() }
        Keys.onUpPressed: event => { event.accepted = currentIndex < columns; if (event.accepted) { currentIndex = -1; box.forceActiveFocus() } }
        head: Column {
            bottomPadding: Theme.s3
            spacing: Theme.s2
            Flickable {
                x: -grid.side
                width: parent.width + 2 * grid.side
                height: Theme.touch
                contentWidth: row.width + 2 * grid.side
                boundsBehavior: Flickable.StopAtBounds
                Row {
                    id: row
                    x: grid.side
                    spacing: Theme.s2
                    Chip { objectName: "search.filters"; visible: !root.wide; iconName: "tune"; text: vm.chips.length > 0 ? qsTr("Filters: %1").arg(vm.chips.length) : qsTr("Filters"); onClicked: sheet.open() }
                    Chip { objectName: "search.sort"; iconName: "sort"; text: root.sortText; onClicked: sortSheet.open() }
                    Chip { objectName: "search.pick"; iconName: "lightbulb"; text: qsTr("Help me choose"); onClicked: Nav.go("picker", { sentence: vm.text.trim() }) }
                    Repeater {
                        model: vm.chips
                        Chip { required property var modelData; objectName: "search.chip." + modelData.facet; text: modelData.text; removable: true; strong: true; onClicked: vm.removeChip(modelData.facet, modelData.value) }
                    }
                }
            }
            Item {
                visible: vm.phase === ViewModel.Ready
                width: parent.width
                height: Math.max(Theme.touch, total.implicitHeight)
                Label { id: total; objectName: "search.total"; anchors.verticalCenter: parent.verticalCenter; width: keep.visible ? keep.x : layout.visible ? layout.x : parent.width; role: "second"; wrapMode: Text.WordWrap; opacity: vm.asking ? 0.6 : 1; text: qsTr("%n car(s)", "", vm.total) + " · " + root.sortText.toLowerCase() }
                IconButton { id: keep; objectName: "search.keep"; visible: vm.text.trim() !== "" || vm.chips.length > 0; anchors { right: layout.visible ? layout.left : parent.right; verticalCenter: parent.verticalCenter } iconName: "bookmark_border"; color: Theme.inkSoft; text: qsTr("Keep this search"); onClicked: root.keep() }
                IconButton {
                    id: layout
                    objectName: "search.layout"
                    visible: Theme.textScale <= 1.5
                    anchors { right: parent.right; rightMargin: -Theme.s3; verticalCenter: parent.verticalCenter }
                    iconName: grid.lines ? "grid_view" : "view_list"
                    color: Theme.inkSoft
                    text: grid.lines ? qsTr("Show as cards") : qsTr("Show as a list")
                    onClicked: Settings.listLayout = grid.lines ? "cards" : "lines"
                }
            }
            Banner { objectName: "search.leftOut"; visible: vm.leftOut.length > 0 && vm.phase === ViewModel.Ready; width: parent.width; iconName: "search"; text: qsTr("Nothing has all of these words. Shown without: %1").arg(vm.leftOut.join(", ")) }
            Banner { visible: vm.didYouMean !== "" && vm.phase === ViewModel.Ready; width: parent.width; iconName: "help_outline"; text: qsTr("Did you mean “%1”?").arg(vm.didYouMean); actionText: qsTr("Search for it"); onAction: vm.searchMeant() }
        }
    }
    // They are not what was asked for, and it is said.
    Component {
        id: similar
        Item {
            implicitHeight: cars.height
            MoreCars { id: cars; objectName: "search.similar"; x: -grid.side; width: parent.width + 2 * grid.side; topPadding: Theme.s4; bottomPadding: Theme.s4; side: grid.side; reasons: false; cars: vm.similar; title: qsTr("Almost what you look for"); note: qsTr("A little dearer, older or with more kilometres than you asked for, or told in other words."); onHearted: (listingId, favourite) => vm.toggleFavourite(listingId, favourite) }
        }
    }
    WhySheet { id: why }
    Sheet {
        id: sheet
        objectName: "search.sheet"
        title: qsTr("Filters")
        FacetPanel { width: parent.width; search: vm; heading: false }
        footer: ButtonRow {
            width: parent.width
            Button { objectName: "search.clear"; width: parent.cell; visible: vm.chips.length > 0; kind: "outline"; text: qsTr("Clear all"); onClicked: vm.clearFilters() }
            Button { objectName: "search.show"; width: parent.cell; text: vm.asking ? qsTr("Counting…") : vm.total === 0 ? qsTr("No car fits") : qsTr("Show %n car(s)", "", vm.total); onClicked: sheet.close() }
        }
    }
    Sheet {
        id: sortSheet
        objectName: "search.sorts"
        title: qsTr("Order")
        RadioGroup { objectName: "search.order"; width: parent.width; label: ""; model: root.sorts; value: vm.sort; onChosen: value => { vm.sort = value; sortSheet.close() } }
        Label { width: parent.width; role: "second"; wrapMode: Text.WordWrap; text: qsTr("The order is the one you choose. Nobody can pay for a place in it.") }
        Button { objectName: "search.orderHelp"; width: parent.width; kind: "text"; text: qsTr("How the order is made"); onClicked: { sortSheet.close(); Nav.go("helpText", { slug: "search" }) } }
    }
}
