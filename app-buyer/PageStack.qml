import QtQuick
import QtQuick.Templates as T
import CarGo.Ui

// The pages of one place. Names of pages stand here and nowhere else.
T.StackView {
    id: stack
    required property string root
    property string pageName: root
    readonly property real footing: currentItem ? (currentItem as Page)?.footing ?? 0 : 0
    readonly property var files: ({
        home: "HomePage", search: "SearchPage", listing: "ListingPage", driver: "DriverPage", favourites: "FavouritesPage", savedSearches: "SavedSearchesPage", compare: "ComparePage", checkout: "CheckoutPage", deals: "DealsPage", deal: "DealPage", tracking: "TrackingPage", handover: "HandoverPage", dispute: "DisputePage",
        review: "ReviewPage", chats: "ChatsPage", chat: "ChatPage", profile: "ProfilePage", signIn: "SignInPage", verifyEmail: "VerifyEmailPage", identity: "IdentityPage", resetPassword: "ResetPasswordPage", sessions: "SessionsPage", outbox: "OutboxPage", notifications: "NotificationsPage",
        notificationSettings: "NotificationSettingsPage", look: "LookPage", export: "ExportPage", closeAccount: "CloseAccountPage", about: "AboutPage" })
    function url(name) { return Qt.resolvedUrl(files[name] + ".qml") }
    function show(name, params) { if (files[name]) { push(url(name), params); names.push(name); pageName = name } }
    function exchange(name, params) {
        if (depth > 1 && files[name]) { replace(currentItem, url(name), params); names[names.length - 1] = name; pageName = name } else show(name, params)
    }
    function back() { if (depth > 1) { pop(); names.pop(); pageName = names[names.length - 1] } }
    function toRoot() { if (depth > 1) { pop(null, T.StackView.Immediate); names = [root]; pageName = root } }
    property var names: [root]

    focus: true
    Component.onCompleted: push(url(root), {}, T.StackView.Immediate)
    pushEnter: Transition { NumberAnimation { property: "x"; from: Theme.calm > 0 ? 40 : 0; to: 0; duration: Theme.calm; easing.type: Easing.OutCubic } NumberAnimation { property: "opacity"; from: 0; to: 1; duration: Theme.calm } }
    pushExit: Transition { NumberAnimation { property: "opacity"; to: 0; duration: Theme.fast } }
    popEnter: Transition { NumberAnimation { property: "opacity"; from: 0; to: 1; duration: Theme.calm } }
    popExit: Transition { NumberAnimation { property: "x"; to: Theme.calm > 0 ? 40 : 0; duration: Theme.calm } NumberAnimation { property: "opacity"; to: 0; duration: Theme.fast } }
    replaceEnter: pushEnter
    replaceExit: pushExit
}
