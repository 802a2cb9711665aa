import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Listings

// One car. On a desk what can be done with it stays beside what is told about it; on a phone it stays at the lower edge.
Page {
    id: root
    footing: foot.height
    source: vm
    property string listingId
    property string question               // the sentence that the chat begins with
    readonly property bool wide: width >= Theme.wideFrom
    readonly property bool ready: vm.phase === ViewModel.Ready
    readonly property bool lost: vm.standing.state === "sold" || vm.standing.state === "gone"
    readonly property ListingViewModel car: vm // for parts whose own property is called vm

    function ask(sentence) {
        question = sentence
        if (Session.signedIn)
            vm.startChat()
        else
            Nav.needSignIn(qsTr("Sign in to ask the driver. Looking needs no account."), () => vm.startChat())
    }
    function keep(favourite) {
        if (!Session.signedIn) {
            Nav.needSignIn(qsTr("Sign in, and this car is kept on all your devices."), () => vm.keep(true))
            return
        }
        vm.keep(favourite)
        Hearts.offer(favourite ? qsTr("Kept. We tell you when it becomes cheaper.") : qsTr("Removed from favourites"), listingId, !favourite)
    }
    Connections { target: Hearts; function onWished(listingId, favourite) { if (listingId === root.listingId && vm.card.favourite !== favourite) { Hearts.carried = true; vm.keep(favourite) } } }
    title: wide || !ready ? vm.card.title || "" : ""
    back: true
    actions: [
        IconButton { visible: root.ready; objectName: "listing.share"; iconName: "share"; text: qsTr("Show it to somebody"); onClicked: share.open() },
        IconButton { visible: root.ready; objectName: "listing.favourite"; iconName: vm.card.favourite ? "favorite" : "favorite_border"; color: vm.card.favourite ? Theme.danger : Theme.ink; text: vm.card.favourite ? qsTr("Remove from favourites") : qsTr("Add to favourites"); onClicked: root.keep(!vm.card.favourite) },
        IconButton { visible: root.ready; objectName: "listing.more"; iconName: "more_vert"; text: qsTr("More"); onClicked: more.open()
            Menu {
                id: more
                title: qsTr("More")
                y: parent.height
                x: parent.width - width
                MenuItem { objectName: "listing.compare"; enabled: vm.standing.open === true; iconName: "compare_arrows"; text: Compare.has(root.listingId, Compare.cars) ? qsTr("Compare no longer") : qsTr("Compare with others"); onTriggered: Compare.toggle({ listingId: root.listingId, title: vm.card.title, price: vm.card.price, photo: vm.card.photo }) }
                MenuItem { objectName: "listing.refresh"; iconName: "refresh"; text: qsTr("Look again"); onTriggered: vm.reload() }
                MenuDivider {}
                MenuItem { objectName: "listing.report"; iconName: "flag"; text: qsTr("Report this listing"); onTriggered: report.ask("listing", root.listingId) }
            }
        }
    ]

    ListingViewModel { id: vm; listingId: root.listingId; looking: root.visible && root.ready && Qt.application.state === Qt.ApplicationActive; onChatOpened: id => Nav.go("chat", { conversationId: id, question: root.question }); onFailed: text => Nav.tell(text, { tone: "danger" }) }
    SkeletonPage { visible: vm.phase === ViewModel.Loading; x: root.side; width: parent.width - 2 * root.side; wide: root.wide }
    ErrorState { visible: vm.phase === ViewModel.Failed && vm.trouble.kind !== "gone"; anchors.centerIn: parent; trouble: vm.trouble; onRetry: vm.reload(); onBack: Nav.back(); onSignIn: Nav.askSignIn() }
    EmptyState { objectName: "listing.missing"; visible: vm.phase === ViewModel.Failed && vm.trouble.kind === "gone"; anchors.centerIn: parent; iconName: "directions_car"; tone: "plain"; title: qsTr("This car is not here"); text: qsTr("It was never published or is gone, or the link is not right."); actionText: qsTr("Find another"); onAction: Nav.openTab("search") }
    Component { id: story; ListingStory { vm: root.car } }
    Flickable {
        id: scroll
        objectName: "listing.scroll"
        visible: root.ready
        anchors { fill: parent; bottomMargin: foot.height }
        contentHeight: end.y + end.height + Theme.s6
        boundsBehavior: Flickable.DragOverBounds
        // The history lies far below; the sentence about a lower price leads there.
        function showHistory() {
            const card = (root.wide ? told : toldBelow).item
            if (card)
                contentY = Math.max(0, Math.min(contentHeight - height, card.historyAt(contentItem) - Theme.s4))
        }
        Behavior on contentY { enabled: !scroll.moving && !scroll.dragging && Theme.calm > 0; NumberAnimation { duration: Theme.calm; easing.type: Easing.OutCubic } }
        Column {
            id: look
            x: root.wide ? root.side : 0
            width: root.wide ? Math.round((parent.width - 2 * root.side - Theme.s6) * 0.6) : parent.width
            spacing: Theme.s4
            PhotoGallery { id: photos; objectName: "listing.photos"; width: parent.width; height: Math.min(width * 0.66, 620); radius: root.wide ? Theme.radiusPhoto : 0; photos: vm.photos; onTapped: viewer.show(vm.photos, photos.currentIndex) }
            Flow {
                visible: root.wide && vm.photos.length > 1
                width: parent.width
                spacing: Theme.s2
                Repeater {
                    model: vm.thumbs.slice(0, 6)
                    IconButton {
                        id: thumb
                        required property int index
                        required property url modelData
                        readonly property int more: index === 5 ? vm.thumbs.length - 6 : 0
                        width: Math.floor((look.width - 5 * Theme.s2) / 6); height: Math.round(width * 0.72)
                        text: qsTr("Photo %1").arg(index + 1)
                        contentItem: Item {
                            Photo { anchors.fill: parent; radius: Theme.radiusSmall; ground: Theme.page; source: thumb.modelData; opacity: photos.currentIndex === thumb.index ? 1 : 0.7 }
                            Rectangle { visible: thumb.more > 0; anchors.fill: parent; radius: Theme.radiusSmall; color: Theme.photoPill; Label { anchors.centerIn: parent; text: "+" + thumb.more; weight: Font.DemiBold; color: Theme.photoPillInk; Accessible.ignored: true } }
                        }
                        background: Item { FocusRing { target: thumb; corner: Theme.radiusSmall } }
                        onClicked: if (more > 0) viewer.show(vm.photos, index); else photos.currentIndex = index
                    }
                }
            }
            Loader { id: told; active: root.wide; visible: active; width: parent.width; sourceComponent: story }
        }
        Column {
            id: facts
            // Stays in view beside the story; where it is taller than the window, its end does.
            x: root.wide ? look.x + look.width + Theme.s6 : root.side
            y: root.wide ? Math.max(0, Math.min(scroll.contentY - Math.max(0, height - scroll.height), look.height - height)) : look.height + Theme.s4
            width: parent.width - x - root.side
            spacing: Theme.s4
            ListingHead { width: parent.width; vm: root.car; onHistoryAsked: scroll.showHistory() }
            Loader { active: root.wide; visible: active; width: parent.width; sourceComponent: actions }
            MoreCars { visible: root.lost && vm.similar.count > 0; width: parent.width; side: 0; clip: root.wide; cars: vm.similar; title: qsTr("Similar cars"); onHearted: (listingId, favourite) => vm.toggleAround(listingId, favourite) }
            QuickQuestions { swiped: !root.wide; side: root.side; visible: vm.standing.open === true && vm.standing.mine !== true; width: parent.width; onChosen: sentence => root.ask(sentence) }
            Banner { visible: vm.standing.open === true; width: parent.width; iconName: "lock"; title: qsTr("The bank has the money, not the driver"); text: qsTr("He gets it when you have seen the car and said yes.") }
            MoneyCard { visible: vm.offer.pays !== undefined && (vm.standing.open === true || vm.standing.mine === true); width: parent.width; offer: vm.offer }
            DriverCard { width: parent.width; driver: vm.driver; reviews: vm.reviews; onOpened: Nav.go("driver", { userId: vm.driver.id }) }
            Loader { id: toldBelow; active: !root.wide; visible: active; width: parent.width; sourceComponent: story }
        }
        Column {
            id: end
            y: Math.max(look.height, facts.y + facts.implicitHeight) + Theme.s6
            width: parent.width
            spacing: Theme.s4
            MoreCars { objectName: "listing.similar"; visible: !root.lost && vm.similar.count > 0; width: parent.width; side: root.side; cars: vm.similar; title: qsTr("Similar cars"); onHearted: (listingId, favourite) => vm.toggleAround(listingId, favourite) }
            MoreCars { objectName: "listing.ofDriver"; visible: vm.driverCars.count > 0; width: parent.width; side: root.side; cars: vm.driverCars; title: qsTr("Other cars of this driver"); reasons: false; onHearted: (listingId, favourite) => vm.toggleAround(listingId, favourite) }
            MoreCars { objectName: "listing.popular"; visible: vm.popular.count > 0; width: parent.width; side: root.side; cars: vm.popular; title: qsTr("Popular from this country"); onHearted: (listingId, favourite) => vm.toggleAround(listingId, favourite) }
            Button { objectName: "listing.flag"; x: root.side - Theme.s3; width: Math.min(implicitWidth, parent.width - 2 * x); kind: "text"; iconName: "flag"; foreground: Theme.inkSoft; text: qsTr("Report this listing"); onClicked: report.ask("listing", root.listingId) }
        }
    }
    Component { id: actions; ListingActions { car: root.car; onAsked: root.ask("") } }
    ActionBar {
        id: foot
        visible: root.ready && !root.wide && vm.standing.mine !== true
        anchors.bottom: parent.bottom
        side: root.side
        Loader { active: !root.wide; width: parent.width; sourceComponent: actions }
    }
    PhotoViewer { id: viewer; objectName: "listing.viewer"; onAboutToHide: photos.show(at) }
    ShareSheet { id: share; link: vm.shareLink }
    ReportSheet { id: report }
}
