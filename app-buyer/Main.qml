import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Listings
import CarGo.Shell

// The buyer's app: its places, its pages, and what lies over them.
AppWindow {
    id: window
    readonly property QtObject compare: Compare // for tests
    places: [
        { name: "home", text: qsTr("Home"), iconName: "home", badge: 0 }, { name: "search", text: qsTr("Search"), iconName: "search", badge: 0 },
        { name: "deals", text: qsTr("Deals"), iconName: "swap_horiz", badge: 0 }, { name: "chats", text: qsTr("Chats"), iconName: "chat_bubble_outline", badge: Session.unread },
        { name: "profile", text: qsTr("Profile"), iconName: "person_outline", badge: unsent.refused } ]
    modules: ({
        "CarGo/Buyer": { home: "HomePage", search: "SearchPage", picker: "PickerPage", favourites: "FavouritesPage", savedSearches: "SavedSearchesPage", compare: "ComparePage", checkout: "CheckoutPage",
            deals: "DealsPage", deal: "DealPage", handover: "HandoverPage", profile: "ProfilePage" },
        "CarGo/Listings": { listing: "ListingPage", driver: "DriverPage" },
        "CarGo/Deals": { tracking: "TrackingPage", dispute: "DisputePage", review: "ReviewPage" },
        "CarGo/Chat": { chats: "ChatsPage", chat: "ChatPage" },
        "CarGo/Help": { help: "HelpPage", helpText: "HelpTextPage", agreement: "AgreementPage" },
        "CarGo/Profile": { signIn: "SignInPage", verifyEmail: "VerifyEmailPage", identity: "IdentityPage", decision: "DecisionPage", resetPassword: "ResetPasswordPage", sessions: "SessionsPage", blocked: "BlockedPage", outbox: "OutboxPage",
            decisions: "DecisionsPage", notifications: "NotificationsPage", notificationSettings: "NotificationSettingsPage", look: "LookPage", export: "ExportPage", closeAccount: "CloseAccountPage", about: "AboutPage" } })
    // A link leads to what was sent; the welcome comes at another start.
    onLeaving: if (welcome.item && welcome.item.visible) welcome.item.close()
    tray: CompareTray { visible: Compare.cars.length > 0 && ["home", "search", "favourites", "listing"].indexOf(Nav.page) >= 0 }
    Loader {
        id: welcome
        active: !Settings.welcomed
        Accessible.ignored: true
        sourceComponent: Welcome { objectName: "welcome"; onClosed: Qt.callLater(() => welcome.active = false) }
        onLoaded: item.open()
    }
}
