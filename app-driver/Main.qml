import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Shell

// The driver's app: its places and its pages. A driver holds it in one hand, at a border, in the rain.
AppWindow {
    id: window
    places: [
        { name: "today", text: qsTr("Today"), iconName: "today", badge: 0 }, { name: "listings", text: qsTr("Cars"), iconName: "directions_car", badge: 0 },
        { name: "deals", text: qsTr("Deals"), iconName: "swap_horiz", badge: 0 }, { name: "chats", text: qsTr("Chats"), iconName: "chat_bubble_outline", badge: Session.unread },
        { name: "profile", text: qsTr("Profile"), iconName: "person_outline", badge: unsent.refused } ]
    modules: ({
        "CarGo/Driver": { today: "TodayPage", listings: "ListingsPage", myListing: "MyListingPage", editListing: "EditListingPage", importListings: "ImportPage", deals: "DealsPage", deal: "DealPage", profile: "ProfilePage",
            pickUp: "PickUpPage", checkpoint: "CheckpointPage", amend: "AmendmentPage", handover: "MeetPage", handoverCheck: "HandoverCheckPage", earnings: "EarningsPage", payoutDetails: "PayoutDetailsPage", rating: "RatingPage" },
        "CarGo/Listings": { listing: "ListingPage", driver: "DriverPage" },
        "CarGo/Deals": { tracking: "TrackingPage", dispute: "DisputePage", review: "ReviewPage" },
        "CarGo/Chat": { chats: "ChatsPage", chat: "ChatPage" },
        "CarGo/Help": { help: "HelpPage", helpText: "HelpTextPage", agreement: "AgreementPage" },
        "CarGo/Profile": { signIn: "SignInPage", verifyEmail: "VerifyEmailPage", identity: "IdentityPage", decision: "DecisionPage", resetPassword: "ResetPasswordPage", sessions: "SessionsPage", blocked: "BlockedPage", outbox: "OutboxPage",
            decisions: "DecisionsPage", notifications: "NotificationsPage", notificationSettings: "NotificationSettingsPage", look: "LookPage", export: "ExportPage", closeAccount: "CloseAccountPage", about: "AboutPage" } })
}
