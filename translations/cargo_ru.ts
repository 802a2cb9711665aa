<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru_RU" sourcelanguage="en_GB">
<context>
    <name>AccountCard</name>
    <message>
        <source>E-mail confirmed</source>
        <translation>Почта подтверждена</translation>
    </message>
    <message>
        <source>E-mail not confirmed</source>
        <translation>Почта не подтверждена</translation>
    </message>
    <message>
        <source>Documents checked</source>
        <translation>Документы проверены</translation>
    </message>
    <message>
        <source>Documents not checked yet</source>
        <translation>Документы ещё не проверены</translation>
    </message>
    <message>
        <source>Confirm the e-mail</source>
        <translation>Подтвердить почту</translation>
    </message>
    <message>
        <source>Look at cars without an account. To write, keep and buy, sign in.</source>
        <translation>Смотреть машины можно без аккаунта. Чтобы писать, сохранять и покупать, войдите.</translation>
    </message>
    <message>
        <source>Sign in or register</source>
        <translation>Войти или зарегистрироваться</translation>
    </message>
</context>
<context>
    <name>AmendmentCard</name>
    <message>
        <source>The driver proposes a change</source>
        <translation>Водитель предлагает изменение</translation>
    </message>
    <message>
        <source>New price</source>
        <translation>Новая цена</translation>
    </message>
    <message>
        <source>New term</source>
        <translation>Новый срок</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <comment>delivery</comment>
        <translation>
            <numerusform>%n день</numerusform>
            <numerusform>%n дня</numerusform>
            <numerusform>%n дней</numerusform>
        </translation>
    </message>
    <message>
        <source>Without your yes the old terms stay.</source>
        <translation>Без вашего согласия остаются прежние условия.</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>Отказать</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Согласиться</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Dismiss</source>
        <translation>Скрыть</translation>
    </message>
</context>
<context>
    <name>BarChart</name>
    <message numerus="yes">
        <source>%n bar(s). Highest: %1, %2</source>
        <translation>
            <numerusform>%n столбец. Самый высокий: %1, %2</numerusform>
            <numerusform>%n столбца. Самый высокий: %1, %2</numerusform>
            <numerusform>%n столбцов. Самый высокий: %1, %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Bubble</name>
    <message>
        <source>You: </source>
        <translation>Вы: </translation>
    </message>
    <message>
        <source>Answer: </source>
        <translation>Ответ: </translation>
    </message>
    <message>
        <source>waits</source>
        <translation>ждёт отправки</translation>
    </message>
    <message>
        <source>read</source>
        <translation>прочитано</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>отправлено</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>Ещё раз</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>photos are on their way</source>
        <translation>фото отправляются</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation>
            <numerusform>%n фото</numerusform>
            <numerusform>%n фото</numerusform>
            <numerusform>%n фото</numerusform>
        </translation>
    </message>
    <message>
        <source>Photo %1</source>
        <translation>Фото %1</translation>
    </message>
</context>
<context>
    <name>Button</name>
    <message>
        <source>Please wait</source>
        <translation>Подождите</translation>
    </message>
</context>
<context>
    <name>ChatPage</name>
    <message>
        <source>Chat</source>
        <translation>Чат</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>is writing…</source>
        <translation>пишет…</translation>
    </message>
    <message>
        <source>Open the car</source>
        <translation>Открыть машину</translation>
    </message>
    <message>
        <source>Contacts open when the deal is done. Until then the bank gives money back only if everything was here.</source>
        <translation>Контакты откроются, когда сделка завершится. До этого банк вернёт деньги, только если всё было здесь.</translation>
    </message>
    <message>
        <source>Ask the first question</source>
        <translation>Задайте первый вопрос</translation>
    </message>
    <message>
        <source>About the condition, the papers, the way home. The driver answers here.</source>
        <translation>О состоянии, документах, дороге. Водитель ответит здесь.</translation>
    </message>
</context>
<context>
    <name>ChatSide</name>
    <message>
        <source>Open the car</source>
        <translation>Открыть машину</translation>
    </message>
    <message numerus="yes">
        <source>%n deal(s) done</source>
        <translation>
            <numerusform>%n сделка</numerusform>
            <numerusform>%n сделки</numerusform>
            <numerusform>%n сделок</numerusform>
        </translation>
    </message>
    <message>
        <source>documents checked</source>
        <translation>документы проверены</translation>
    </message>
</context>
<context>
    <name>ChatsPage</name>
    <message>
        <source>Chats</source>
        <translation>Чаты</translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n непрочитанное</numerusform>
            <numerusform>%n непрочитанных</numerusform>
            <numerusform>%n непрочитанных</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a conversation</source>
        <translation>Выберите разговор</translation>
    </message>
    <message>
        <source>No conversations yet</source>
        <translation>Разговоров пока нет</translation>
    </message>
    <message>
        <source>Open a car and press “Ask”: the driver answers here.</source>
        <translation>Откройте машину и нажмите «Спросить»: перегонщик ответит здесь.</translation>
    </message>
    <message>
        <source>Sign in to write to drivers.</source>
        <translation>Войдите, чтобы писать перегонщикам.</translation>
    </message>
    <message>
        <source>Find a car</source>
        <translation>Найти машину</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Войти</translation>
    </message>
</context>
<context>
    <name>CheckoutPage</name>
    <message>
        <source>The deal&apos;s terms</source>
        <translation>Условия сделки</translation>
    </message>
    <message>
        <source>Where should the car come to?</source>
        <translation>Куда привезти машину?</translation>
    </message>
    <message>
        <source>City, for example Novosibirsk</source>
        <translation>Город, например Новосибирск</translation>
    </message>
    <message>
        <source>What you pay</source>
        <translation>Что вы платите</translation>
    </message>
    <message>
        <source>Car with delivery</source>
        <translation>Машина с доставкой</translation>
    </message>
    <message>
        <source>For you on top</source>
        <translation>Сверху с вас</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>ничего</translation>
    </message>
    <message>
        <source>CarGo takes its fee out of the driver&apos;s part. The sum of the fee stands on the deal&apos;s page and never changes afterwards. Customs clearance is yours and is not in the price.</source>
        <translation>Комиссию CarGo берёт из доли перегонщика. Её сумма указана в сделке и потом не меняется. Таможенное оформление за вами и в цену не входит.</translation>
    </message>
    <message>
        <source>If you change your mind</source>
        <translation>Если передумаете</translation>
    </message>
    <message>
        <source>Before payment: cancel at any time, nothing is owed.</source>
        <translation>До оплаты: отмените в любой момент, вы ничего не должны.</translation>
    </message>
    <message>
        <source>Paid, the car not yet picked up: the bank returns everything.</source>
        <translation>Оплачено, машину ещё не забрали: банк вернёт всё.</translation>
    </message>
    <message>
        <source>On the way or at handover: report a problem. The money waits until it is decided.</source>
        <translation>В пути или при передаче: сообщите о проблеме. Деньги подождут решения.</translation>
    </message>
    <message>
        <source>The bank has the money, not the driver</source>
        <translation>Деньги у банка, не у водителя</translation>
    </message>
    <message>
        <source>A licensed payment provider holds it. CarGo never does.</source>
        <translation>Их держит лицензированный платёжный провайдер. У CarGo их нет никогда.</translation>
    </message>
    <message>
        <source>Agree and go to payment</source>
        <translation>Договориться и перейти к оплате</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>Срок</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <comment>delivery</comment>
        <translation>
            <numerusform>%n день</numerusform>
            <numerusform>%n дня</numerusform>
            <numerusform>%n дней</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>Remove: %1</source>
        <translation>Убрать: %1</translation>
    </message>
</context>
<context>
    <name>ConfirmDialog</name>
    <message>
        <source>Not now</source>
        <translation>Не сейчас</translation>
    </message>
</context>
<context>
    <name>ContinueDeal</name>
    <message>
        <source>%1: waits for payment</source>
        <translation>%1: ждёт оплаты</translation>
    </message>
    <message>
        <source>%1: the driver picks it up</source>
        <translation>%1: водитель забирает машину</translation>
    </message>
    <message>
        <source>%1: check it and leave a review</source>
        <translation>%1: проверьте и оцените</translation>
    </message>
    <message>
        <source>%1: we look into the problem</source>
        <translation>%1: разбираем проблему</translation>
    </message>
    <message>
        <source>%1 has arrived</source>
        <translation>%1 приехал</translation>
    </message>
    <message>
        <source>Your %1 is on its way</source>
        <translation>Ваш %1 едет</translation>
    </message>
    <message>
        <source>The terms are kept for you</source>
        <translation>Условия закреплены за вами</translation>
    </message>
    <message>
        <source>The bank has the money, not the driver</source>
        <translation>Деньги у банка, не у водителя</translation>
    </message>
</context>
<context>
    <name>Countdown</name>
    <message>
        <source>time is over</source>
        <translation>время вышло</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n день</numerusform>
            <numerusform>%n дня</numerusform>
            <numerusform>%n дней</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 ч</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 ч %2 мин</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>до %1</translation>
    </message>
</context>
<context>
    <name>DataTable</name>
    <message>
        <source>Select all rows</source>
        <translation>Выбрать все строки</translation>
    </message>
    <message>
        <source>Select the row</source>
        <translation>Выбрать строку</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Загрузка</translation>
    </message>
</context>
<context>
    <name>DealPage</name>
    <message>
        <source>Deal %1</source>
        <translation>Сделка %1</translation>
    </message>
    <message>
        <source>Deal</source>
        <translation>Сделка</translation>
    </message>
    <message>
        <source>Handover code</source>
        <translation>Код передачи</translation>
    </message>
    <message>
        <source>Tell it to the driver only when you have seen the car and all is well. It says yes in your name.</source>
        <translation>Назовите его водителю, только когда осмотрели машину и всё в порядке. Код говорит «да» от вашего имени.</translation>
    </message>
    <message>
        <source>Open the bank&apos;s page again</source>
        <translation>Открыть страницу банка ещё раз</translation>
    </message>
    <message>
        <source>Pay %1</source>
        <translation>Оплатить %1</translation>
    </message>
    <message>
        <source>I have the car, all is well</source>
        <translation>Машина у меня, всё в порядке</translation>
    </message>
    <message>
        <source>Pay the driver now</source>
        <translation>Выплатить водителю сейчас</translation>
    </message>
    <message>
        <source>Leave a review</source>
        <translation>Оставить отзыв</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Чат</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Проблема</translation>
    </message>
    <message>
        <source>Take the problem report back</source>
        <translation>Отозвать сообщение о проблеме</translation>
    </message>
    <message>
        <source>Cancel the deal</source>
        <translation>Отменить сделку</translation>
    </message>
    <message>
        <source>Is the car with you?</source>
        <translation>Машина у вас?</translation>
    </message>
    <message>
        <source>Confirm only when you have seen the car, its papers and keys. A day later the driver is paid.</source>
        <translation>Подтверждайте, только когда осмотрели машину, документы и ключи. Через сутки водитель получит деньги.</translation>
    </message>
    <message>
        <source>Yes, confirm</source>
        <translation>Да, подтвердить</translation>
    </message>
    <message>
        <source>Pay the driver now?</source>
        <translation>Выплатить водителю сейчас?</translation>
    </message>
    <message>
        <source>This ends the time for checking. After it the money cannot come back.</source>
        <translation>Время на проверку закончится. После этого деньги не вернуть.</translation>
    </message>
    <message>
        <source>Pay now</source>
        <translation>Выплатить</translation>
    </message>
    <message>
        <source>Cancel the deal?</source>
        <translation>Отменить сделку?</translation>
    </message>
    <message>
        <source>If you have paid, the bank returns everything.</source>
        <translation>Если вы уже заплатили, банк вернёт всё.</translation>
    </message>
    <message>
        <source>Cancel it</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>Take the report back?</source>
        <translation>Отозвать сообщение?</translation>
    </message>
    <message>
        <source>The deal goes on where it stopped, with the time that was left.</source>
        <translation>Сделка продолжится с того места, где остановилась. Оставшееся время сохранится.</translation>
    </message>
    <message>
        <source>Yes, go on</source>
        <translation>Да, продолжить</translation>
    </message>
</context>
<context>
    <name>DealTerms</name>
    <message>
        <source>Terms, fixed for both</source>
        <translation>Условия, общие для обоих</translation>
    </message>
    <message>
        <source>CarGo holds no money: a licensed payment provider does. Customs clearance is yours and is not in the price.</source>
        <translation>CarGo не держит деньги: это делает лицензированный платёжный провайдер. Таможенное оформление за вами и в цену не входит.</translation>
    </message>
</context>
<context>
    <name>DealTexts</name>
    <message>
        <source>Waits for payment</source>
        <translation>Ждёт оплаты</translation>
    </message>
    <message>
        <source>Paid, the driver picks up the car</source>
        <translation>Оплачено, водитель забирает машину</translation>
    </message>
    <message>
        <source>The car has arrived</source>
        <translation>Машина приехала</translation>
    </message>
    <message>
        <source>The car is on its way</source>
        <translation>Машина в пути</translation>
    </message>
    <message>
        <source>Handed over, time to check</source>
        <translation>Передана, время проверить</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Завершена</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Отменена</translation>
    </message>
    <message>
        <source>Problem, CarGo looks into it</source>
        <translation>Проблема, CarGo разбирается</translation>
    </message>
    <message>
        <source>Decided: money back to you</source>
        <translation>Решено: деньги вернутся вам</translation>
    </message>
    <message>
        <source>Decided: the driver is paid</source>
        <translation>Решено: деньги получит водитель</translation>
    </message>
    <message>
        <source>Decided: the sum is divided</source>
        <translation>Решено: сумма разделена</translation>
    </message>
</context>
<context>
    <name>DealWords</name>
    <message>
        <source>Your money is on its way back</source>
        <translation>Деньги возвращаются к вам</translation>
    </message>
    <message>
        <source>The bank returns it in full.</source>
        <translation>Банк вернёт их полностью.</translation>
    </message>
    <message>
        <source>No money was taken</source>
        <translation>Деньги не списаны</translation>
    </message>
    <message>
        <source>The deal was cancelled.</source>
        <translation>Сделка отменена.</translation>
    </message>
    <message>
        <source>Nothing is paid yet</source>
        <translation>Пока ничего не оплачено</translation>
    </message>
    <message>
        <source>You pay the bank. The driver gets the money only after you have confirmed the car.</source>
        <translation>Вы платите банку. Водитель получит деньги, только когда вы подтвердите машину.</translation>
    </message>
    <message>
        <source>The driver has been paid</source>
        <translation>Водитель получил деньги</translation>
    </message>
    <message>
        <source>The bank is paying the driver</source>
        <translation>Банк переводит деньги водителю</translation>
    </message>
    <message>
        <source>The money is back with you</source>
        <translation>Деньги вернулись к вам</translation>
    </message>
    <message>
        <source>The bank could not finish a step</source>
        <translation>Банк не смог завершить операцию</translation>
    </message>
    <message>
        <source>The money is safe. Our finance team is on it.</source>
        <translation>Деньги в безопасности. Финансовый отдел уже занимается.</translation>
    </message>
    <message>
        <source>The bank has the money, not the driver</source>
        <translation>Деньги у банка, не у водителя</translation>
    </message>
    <message>
        <source>He gets it when you have confirmed the car.</source>
        <translation>Он получит их, когда вы подтвердите машину.</translation>
    </message>
    <message>
        <source>Time to pay</source>
        <translation>Оплатите за</translation>
    </message>
    <message>
        <source>The driver picks the car up within</source>
        <translation>Водитель заберёт машину в течение</translation>
    </message>
    <message>
        <source>Time to look at the car and confirm</source>
        <translation>Осмотрите машину и подтвердите за</translation>
    </message>
    <message>
        <source>The driver is paid in</source>
        <translation>Водитель получит деньги через</translation>
    </message>
    <message>
        <source>Time to send evidence</source>
        <translation>Пришлите доказательства за</translation>
    </message>
    <message>
        <source>Time for a review</source>
        <translation>Оставьте отзыв за</translation>
    </message>
    <message>
        <source>Answer the driver&apos;s proposal</source>
        <translation>Ответьте на предложение</translation>
    </message>
    <message>
        <source>Pay the bank</source>
        <translation>Оплатите через банк</translation>
    </message>
    <message>
        <source>The driver picks the car up</source>
        <translation>Водитель забирает машину</translation>
    </message>
    <message>
        <source>Look at the car, then confirm</source>
        <translation>Осмотрите машину и подтвердите</translation>
    </message>
    <message>
        <source>The driver brings the car</source>
        <translation>Водитель везёт машину</translation>
    </message>
    <message>
        <source>Check the car once more</source>
        <translation>Проверьте машину ещё раз</translation>
    </message>
    <message>
        <source>CarGo decides on the evidence</source>
        <translation>CarGo решает по доказательствам</translation>
    </message>
    <message>
        <source>Tell others how it was</source>
        <translation>Расскажите, как всё прошло</translation>
    </message>
    <message>
        <source>Not as described</source>
        <translation>Не как в описании</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>Повреждена</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>Опоздание</translation>
    </message>
    <message>
        <source>Not delivered</source>
        <translation>Не доставлена</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Документы</translation>
    </message>
    <message>
        <source>The price was changed</source>
        <translation>Изменили цену</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Не отвечает</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>Другое</translation>
    </message>
</context>
<context>
    <name>DealsPage</name>
    <message>
        <source>Deals</source>
        <translation>Сделки</translation>
    </message>
    <message>
        <source>No deals yet</source>
        <translation>Сделок пока нет</translation>
    </message>
    <message>
        <source>Choose a car, ask the driver, agree. The bank holds the money until you have the car.</source>
        <translation>Выберите машину, спросите водителя, договоритесь. Банк держит деньги, пока машина не у вас.</translation>
    </message>
    <message>
        <source>Sign in to see your deals.</source>
        <translation>Войдите, чтобы увидеть свои сделки.</translation>
    </message>
    <message>
        <source>Find a car</source>
        <translation>Найти машину</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Войти</translation>
    </message>
</context>
<context>
    <name>DisputeCard</name>
    <message>
        <source>Problem: %1</source>
        <translation>Проблема: %1</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Решение</translation>
    </message>
    <message>
        <source>Add evidence</source>
        <translation>Добавить доказательства</translation>
    </message>
</context>
<context>
    <name>DisputeSheet</name>
    <message>
        <source>What went wrong?</source>
        <translation>Что случилось?</translation>
    </message>
    <message>
        <source>The money stays at the bank and our clocks stand still until it is decided. You and the driver have 72 hours for evidence.</source>
        <translation>Деньги остаются в банке, сроки остановлены до решения. У вас и у водителя 72 часа на доказательства.</translation>
    </message>
    <message>
        <source>Not as described</source>
        <translation>Не как в описании</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>Повреждена</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>Опоздание</translation>
    </message>
    <message>
        <source>Not delivered</source>
        <translation>Не доставлена</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Документы</translation>
    </message>
    <message>
        <source>The price was changed</source>
        <translation>Изменили цену</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Не отвечает</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>Другое</translation>
    </message>
    <message>
        <source>Tell what happened</source>
        <translation>Расскажите, что случилось</translation>
    </message>
    <message>
        <source>Report the problem</source>
        <translation>Сообщить о проблеме</translation>
    </message>
    <message>
        <source>Photos are on their way…</source>
        <translation>Фото отправляются…</translation>
    </message>
</context>
<context>
    <name>DriverCard</name>
    <message numerus="yes">
        <source>★ %1 · %n review(s)</source>
        <translation>
            <numerusform>★ %1 · %n отзыв</numerusform>
            <numerusform>★ %1 · %n отзыва</numerusform>
            <numerusform>★ %1 · %n отзывов</numerusform>
        </translation>
    </message>
    <message>
        <source>no reviews yet</source>
        <translation>отзывов пока нет</translation>
    </message>
    <message numerus="yes">
        <source>%n deal(s) done</source>
        <translation>
            <numerusform>%n сделка</numerusform>
            <numerusform>%n сделки</numerusform>
            <numerusform>%n сделок</numerusform>
        </translation>
    </message>
    <message>
        <source>documents checked</source>
        <translation>документы проверены</translation>
    </message>
    <message>
        <source>More reviews</source>
        <translation>Ещё отзывы</translation>
    </message>
</context>
<context>
    <name>ErrorState</name>
    <message>
        <source>Could not load</source>
        <translation>Не удалось загрузить</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>No connection to CarGo</source>
        <translation>Нет связи с CarGo</translation>
    </message>
</context>
<context>
    <name>ErrorTexts</name>
    <message>
        <source>Please fill this in.</source>
        <translation>Заполните это поле.</translation>
    </message>
    <message>
        <source>This is too long.</source>
        <translation>Слишком длинно.</translation>
    </message>
    <message>
        <source>This is too short.</source>
        <translation>Слишком коротко.</translation>
    </message>
    <message>
        <source>This number is outside the limits.</source>
        <translation>Число вне допустимых пределов.</translation>
    </message>
    <message>
        <source>Please check how this is written.</source>
        <translation>Проверьте, как это написано.</translation>
    </message>
    <message>
        <source>This is already taken.</source>
        <translation>Это уже занято.</translation>
    </message>
    <message>
        <source>Please check this field.</source>
        <translation>Проверьте это поле.</translation>
    </message>
    <message>
        <source>CarGo does not answer. Nothing is lost: check the network and try again.</source>
        <translation>CarGo не отвечает. Ничего не потеряно: проверьте сеть и повторите.</translation>
    </message>
    <message>
        <source>The answer took too long. Nothing is lost: try again.</source>
        <translation>Ответ шёл слишком долго. Ничего не потеряно: повторите.</translation>
    </message>
    <message>
        <source>The e-mail and the password do not match.</source>
        <translation>Почта и пароль не подходят друг к другу.</translation>
    </message>
    <message>
        <source>This code does not fit. Check the digits.</source>
        <translation>Код не подходит. Проверьте цифры.</translation>
    </message>
    <message>
        <source>Please sign in again. Your deals and chats are safe.</source>
        <translation>Войдите ещё раз. Ваши сделки и чаты на месте.</translation>
    </message>
    <message>
        <source>You cannot do this here.</source>
        <translation>Здесь это сделать нельзя.</translation>
    </message>
    <message>
        <source>Confirm your identity first: it protects both sides.</source>
        <translation>Сначала подтвердите личность: это защищает обе стороны.</translation>
    </message>
    <message>
        <source>Writing is paused here because of repeated contacts in messages.</source>
        <translation>Переписка приостановлена: в сообщениях повторялись контакты.</translation>
    </message>
    <message>
        <source>This account is blocked. Support will tell the reason and how to appeal.</source>
        <translation>Аккаунт заблокирован. Поддержка назовёт причину и подскажет, как обжаловать.</translation>
    </message>
    <message>
        <source>This is no longer here.</source>
        <translation>Этого здесь больше нет.</translation>
    </message>
    <message>
        <source>Something changed meanwhile. We have refreshed the page: please look again.</source>
        <translation>Тем временем что-то изменилось. Мы обновили страницу: посмотрите ещё раз.</translation>
    </message>
    <message>
        <source>Too many attempts. Wait a minute and try again.</source>
        <translation>Слишком много попыток. Подождите минуту и повторите.</translation>
    </message>
    <message>
        <source>This file is too large.</source>
        <translation>Файл слишком большой.</translation>
    </message>
    <message>
        <source>The bank cannot carry this sum for this time. Try another sum or a shorter delivery.</source>
        <translation>Банк не может держать такую сумму столько времени. Попробуйте другую сумму или меньший срок.</translation>
    </message>
    <message>
        <source>The bank declined the payment. No money was taken: try another card.</source>
        <translation>Банк отклонил платёж. Деньги не списаны: попробуйте другую карту.</translation>
    </message>
    <message>
        <source>This car is no longer offered.</source>
        <translation>Эта машина больше не предлагается.</translation>
    </message>
    <message>
        <source>This is your own listing.</source>
        <translation>Это ваше объявление.</translation>
    </message>
    <message>
        <source>The time for reviews is over.</source>
        <translation>Время для отзывов вышло.</translation>
    </message>
    <message>
        <source>This was already sent. Please look at the page again.</source>
        <translation>Это уже отправлено. Посмотрите страницу ещё раз.</translation>
    </message>
    <message>
        <source>Please check what you filled in.</source>
        <translation>Проверьте, что вы заполнили.</translation>
    </message>
    <message>
        <source>Something broke on our side. Nothing is lost: try again in a minute.</source>
        <translation>Что-то сломалось у нас. Ничего не потеряно: повторите через минуту.</translation>
    </message>
    <message>
        <source>This did not work. Please try again.</source>
        <translation>Не получилось. Повторите.</translation>
    </message>
    <message>
        <source>Staff sign in to the console, not here.</source>
        <translation>Сотрудники входят в консоль, а не сюда.</translation>
    </message>
</context>
<context>
    <name>EventTexts</name>
    <message>
        <source>The terms are agreed: the deal is made</source>
        <translation>Условия согласованы: сделка создана</translation>
    </message>
    <message>
        <source>Paid: the bank holds the money</source>
        <translation>Оплачено: деньги у банка</translation>
    </message>
    <message>
        <source>The car is on its way</source>
        <translation>Машина в пути</translation>
    </message>
    <message>
        <source>The driver added a checkpoint</source>
        <translation>Водитель отметил точку пути</translation>
    </message>
    <message>
        <source>The car has arrived</source>
        <translation>Машина приехала</translation>
    </message>
    <message>
        <source>The car was handed over</source>
        <translation>Машина передана</translation>
    </message>
    <message>
        <source>The deal is done, contacts are open</source>
        <translation>Сделка завершена, контакты открыты</translation>
    </message>
    <message>
        <source>The deal was cancelled</source>
        <translation>Сделка отменена</translation>
    </message>
    <message>
        <source>A problem was reported: the clocks stand still</source>
        <translation>Сообщено о проблеме: сроки остановлены</translation>
    </message>
    <message>
        <source>The dispute is decided</source>
        <translation>Спор решён</translation>
    </message>
    <message>
        <source>The problem report was taken back</source>
        <translation>Сообщение о проблеме отозвано</translation>
    </message>
    <message>
        <source>A change of terms is proposed</source>
        <translation>Предложено изменить условия</translation>
    </message>
    <message>
        <source>The change of terms is accepted</source>
        <translation>Изменение условий принято</translation>
    </message>
    <message>
        <source>The change of terms is declined</source>
        <translation>Изменение условий отклонено</translation>
    </message>
    <message>
        <source>The deal changed</source>
        <translation>Сделка изменилась</translation>
    </message>
    <message>
        <source>The time to pay is over: the deal is cancelled</source>
        <translation>Время оплаты вышло: сделка отменена</translation>
    </message>
    <message>
        <source>The car was not picked up in time: the deal is cancelled</source>
        <translation>Машину не забрали в срок: сделка отменена</translation>
    </message>
    <message>
        <source>The time to confirm is over: the car counts as handed over</source>
        <translation>Время на подтверждение вышло: машина считается переданной</translation>
    </message>
</context>
<context>
    <name>EvidencePhotos</name>
    <message>
        <source>Add photos</source>
        <translation>Добавить фото</translation>
    </message>
</context>
<context>
    <name>EvidenceSheet</name>
    <message>
        <source>Add evidence</source>
        <translation>Добавить доказательства</translation>
    </message>
    <message>
        <source>What does it show?</source>
        <translation>Что на них видно?</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Отправить</translation>
    </message>
    <message>
        <source>Photos are on their way…</source>
        <translation>Фото отправляются…</translation>
    </message>
</context>
<context>
    <name>FacetPanel</name>
    <message>
        <source>Brand</source>
        <translation>Марка</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Откуда</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Кузов</translation>
    </message>
    <message>
        <source>Fuel</source>
        <translation>Топливо</translation>
    </message>
    <message>
        <source>Gearbox</source>
        <translation>Коробка</translation>
    </message>
    <message>
        <source>Drive</source>
        <translation>Привод</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Фильтры</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Очистить</translation>
    </message>
    <message>
        <source>%1, from</source>
        <translation>%1, от</translation>
    </message>
    <message>
        <source>%1, up to</source>
        <translation>%1, до</translation>
    </message>
    <message>
        <source>Price, ₽</source>
        <translation>Цена, ₽</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Год</translation>
    </message>
    <message>
        <source>Mileage, km</source>
        <translation>Пробег, км</translation>
    </message>
    <message>
        <source>Delivery, days</source>
        <translation>Доставка, дней</translation>
    </message>
</context>
<context>
    <name>FavouritesPage</name>
    <message>
        <source>Favourites</source>
        <translation>Избранное</translation>
    </message>
    <message>
        <source>Nothing kept yet</source>
        <translation>Пока ничего не сохранено</translation>
    </message>
    <message>
        <source>Press the heart on a car: we keep it here and tell you when it becomes cheaper.</source>
        <translation>Нажмите сердечко на машине: мы сохраним её здесь и скажем, когда она подешевеет.</translation>
    </message>
    <message>
        <source>Sign in, and the cars you keep are on all your devices.</source>
        <translation>Войдите, и сохранённые машины будут на всех ваших устройствах.</translation>
    </message>
    <message>
        <source>Find a car</source>
        <translation>Найти машину</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Войти</translation>
    </message>
</context>
<context>
    <name>Histogram</name>
    <message>
        <source>Most, %1, lie between %2 and %3</source>
        <translation>Больше всего, %1, между %2 и %3</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>Home</source>
        <translation>Главная</translation>
    </message>
    <message>
        <source>No cars yet</source>
        <translation>Машин пока нет</translation>
    </message>
    <message>
        <source>As soon as drivers publish cars, they appear here.</source>
        <translation>Как только перегонщики разместят машины, они появятся здесь.</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Обновить</translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation>Избранное</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Уведомления</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Все</translation>
    </message>
    <message>
        <source>Japan</source>
        <translation>Япония</translation>
    </message>
    <message>
        <source>Korea</source>
        <translation>Корея</translation>
    </message>
    <message>
        <source>China</source>
        <translation>Китай</translation>
    </message>
    <message>
        <source>SUV</source>
        <translation>Внедорожник</translation>
    </message>
    <message>
        <source>Hybrid</source>
        <translation>Гибрид</translation>
    </message>
    <message>
        <source>up to 2 million ₽</source>
        <translation>до 2 млн ₽</translation>
    </message>
    <message>
        <source>No connection. This is what you saw last.</source>
        <translation>Нет связи. Показываем то, что вы видели в прошлый раз.</translation>
    </message>
    <message numerus="yes">
        <source>Notifications, %n unread</source>
        <translation>
            <numerusform>Уведомления, %n непрочитанное</numerusform>
            <numerusform>Уведомления, %n непрочитанных</numerusform>
            <numerusform>Уведомления, %n непрочитанных</numerusform>
        </translation>
    </message>
    <message>
        <source>Search for a car</source>
        <translation>Поиск машины</translation>
    </message>
    <message>
        <source>RAV4 from Japan up to 2.8 million</source>
        <translation>RAV4 из Японии до 2,8 млн</translation>
    </message>
</context>
<context>
    <name>LineChart</name>
    <message>
        <source>%1: from %2 to %3, lowest %4, highest %5</source>
        <translation>%1: от %2 до %3, меньше всего %4, больше всего %5</translation>
    </message>
</context>
<context>
    <name>ListingActions</name>
    <message>
        <source>Ask</source>
        <translation>Спросить</translation>
    </message>
    <message>
        <source>Make a deal</source>
        <translation>Заключить сделку</translation>
    </message>
</context>
<context>
    <name>ListingCard</name>
    <message>
        <source>Remove from favourites</source>
        <translation>Убрать из избранного</translation>
    </message>
    <message>
        <source>Add to favourites</source>
        <translation>В избранное</translation>
    </message>
    <message>
        <source>was %1</source>
        <translation>было %1</translation>
    </message>
    <message>
        <source>no longer offered</source>
        <translation>уже не предлагается</translation>
    </message>
    <message>
        <source>new driver</source>
        <translation>новый водитель</translation>
    </message>
</context>
<context>
    <name>ListingFacts</name>
    <message>
        <source>About the car</source>
        <translation>О машине</translation>
    </message>
</context>
<context>
    <name>ListingModel</name>
    <message>
        <source>%1 km</source>
        <translation>%1 км</translation>
    </message>
    <message>
        <source>%1 l</source>
        <translation>%1 л</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <comment>delivery</comment>
        <translation>
            <numerusform>%n день</numerusform>
            <numerusform>%n дня</numerusform>
            <numerusform>%n дней</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListingPage</name>
    <message>
        <source>Copy the link</source>
        <translation>Скопировать ссылку</translation>
    </message>
    <message>
        <source>The link is copied</source>
        <translation>Ссылка скопирована</translation>
    </message>
    <message>
        <source>Remove from favourites</source>
        <translation>Убрать из избранного</translation>
    </message>
    <message>
        <source>Add to favourites</source>
        <translation>В избранное</translation>
    </message>
    <message>
        <source>What the driver says</source>
        <translation>Что говорит водитель</translation>
    </message>
    <message>
        <source>The bank has the money, not the driver</source>
        <translation>Деньги у банка, не у водителя</translation>
    </message>
    <message>
        <source>He gets it when you have seen the car and said yes.</source>
        <translation>Он получит их, когда вы осмотрите машину и скажете «да».</translation>
    </message>
    <message>
        <source>Photo %1</source>
        <translation>Фото %1</translation>
    </message>
</context>
<context>
    <name>ListingWords</name>
    <message>
        <source>petrol</source>
        <translation>бензин</translation>
    </message>
    <message>
        <source>diesel</source>
        <translation>дизель</translation>
    </message>
    <message>
        <source>hybrid</source>
        <translation>гибрид</translation>
    </message>
    <message>
        <source>plug-in hybrid</source>
        <translation>подключаемый гибрид</translation>
    </message>
    <message>
        <source>electric</source>
        <translation>электро</translation>
    </message>
    <message>
        <source>gas</source>
        <translation>газ</translation>
    </message>
    <message>
        <source>hydrogen</source>
        <translation>водород</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>автомат</translation>
    </message>
    <message>
        <source>manual</source>
        <translation>механика</translation>
    </message>
    <message>
        <source>CVT</source>
        <translation>вариатор</translation>
    </message>
    <message>
        <source>dual clutch</source>
        <translation>робот</translation>
    </message>
    <message>
        <source>front-wheel drive</source>
        <translation>передний привод</translation>
    </message>
    <message>
        <source>rear-wheel drive</source>
        <translation>задний привод</translation>
    </message>
    <message>
        <source>all-wheel drive</source>
        <translation>полный привод</translation>
    </message>
    <message>
        <source>SUV</source>
        <translation>внедорожник</translation>
    </message>
    <message>
        <source>crossover</source>
        <translation>кроссовер</translation>
    </message>
    <message>
        <source>sedan</source>
        <translation>седан</translation>
    </message>
    <message>
        <source>hatchback</source>
        <translation>хэтчбек</translation>
    </message>
    <message>
        <source>estate</source>
        <translation>универсал</translation>
    </message>
    <message>
        <source>coupé</source>
        <translation>купе</translation>
    </message>
    <message>
        <source>convertible</source>
        <translation>кабриолет</translation>
    </message>
    <message>
        <source>minivan</source>
        <translation>минивэн</translation>
    </message>
    <message>
        <source>van</source>
        <translation>фургон</translation>
    </message>
    <message>
        <source>pick-up</source>
        <translation>пикап</translation>
    </message>
    <message>
        <source>liftback</source>
        <translation>лифтбек</translation>
    </message>
    <message>
        <source>kei car</source>
        <translation>кей-кар</translation>
    </message>
    <message>
        <source>truck</source>
        <translation>грузовик</translation>
    </message>
    <message>
        <source>bus</source>
        <translation>автобус</translation>
    </message>
    <message>
        <source>motorcycle</source>
        <translation>мотоцикл</translation>
    </message>
    <message>
        <source>other</source>
        <translation>другое</translation>
    </message>
    <message>
        <source>white</source>
        <translation>белый</translation>
    </message>
    <message>
        <source>black</source>
        <translation>чёрный</translation>
    </message>
    <message>
        <source>grey</source>
        <translation>серый</translation>
    </message>
    <message>
        <source>silver</source>
        <translation>серебристый</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>синий</translation>
    </message>
    <message>
        <source>red</source>
        <translation>красный</translation>
    </message>
    <message>
        <source>green</source>
        <translation>зелёный</translation>
    </message>
    <message>
        <source>brown</source>
        <translation>коричневый</translation>
    </message>
    <message>
        <source>beige</source>
        <translation>бежевый</translation>
    </message>
    <message>
        <source>yellow</source>
        <translation>жёлтый</translation>
    </message>
    <message>
        <source>orange</source>
        <translation>оранжевый</translation>
    </message>
    <message>
        <source>purple</source>
        <translation>фиолетовый</translation>
    </message>
    <message>
        <source>gold</source>
        <translation>золотой</translation>
    </message>
    <message>
        <source>pink</source>
        <translation>розовый</translation>
    </message>
</context>
<context>
    <name>LookCard</name>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Оформление</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Светлое</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Тёмное</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Как в системе</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Размер текста</translation>
    </message>
    <message>
        <source>Small</source>
        <translation>Мелкий</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Обычный</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>Крупный</translation>
    </message>
    <message>
        <source>Very large</source>
        <translation>Очень крупный</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>Движение</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>Обычное</translation>
    </message>
    <message>
        <source>Less motion</source>
        <translation>Меньше движения</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Контраст</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Высокий</translation>
    </message>
    <message>
        <source>Huge</source>
        <translation>Огромный</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Home</source>
        <translation>Главная</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Поиск</translation>
    </message>
    <message>
        <source>Deals</source>
        <translation>Сделки</translation>
    </message>
    <message>
        <source>Chats</source>
        <translation>Чаты</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Профиль</translation>
    </message>
    <message>
        <source>Please sign in again. Your deals and chats are safe.</source>
        <translation>Войдите ещё раз. Ваши сделки и чаты на месте.</translation>
    </message>
</context>
<context>
    <name>MoneyText</name>
    <message>
        <source>was %1</source>
        <translation>было %1</translation>
    </message>
</context>
<context>
    <name>MoreFooter</name>
    <message>
        <source>Loading</source>
        <translation>Загрузка</translation>
    </message>
    <message>
        <source>Could not load more</source>
        <translation>Не удалось загрузить дальше</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
</context>
<context>
    <name>NextCard</name>
    <message>
        <source>your turn</source>
        <translation>ваш ход</translation>
    </message>
    <message>
        <source>driver&apos;s turn</source>
        <translation>ход водителя</translation>
    </message>
    <message>
        <source>CarGo&apos;s turn</source>
        <translation>ход CarGo</translation>
    </message>
    <message>
        <source>over</source>
        <translation>время вышло</translation>
    </message>
</context>
<context>
    <name>NotificationTexts</name>
    <message>
        <source>A deal was made</source>
        <translation>Сделка создана</translation>
    </message>
    <message>
        <source>Paid: the bank holds the money</source>
        <translation>Оплачено: деньги у банка</translation>
    </message>
    <message>
        <source>The deal was cancelled</source>
        <translation>Сделка отменена</translation>
    </message>
    <message>
        <source>The time to pay is over: the deal is cancelled</source>
        <translation>Время оплаты вышло: сделка отменена</translation>
    </message>
    <message>
        <source>The car was not picked up in time: the deal is cancelled, the bank returns the money</source>
        <translation>Машину не забрали в срок: сделка отменена, банк вернёт деньги</translation>
    </message>
    <message>
        <source>The car is on its way</source>
        <translation>Машина в пути</translation>
    </message>
    <message>
        <source>The driver added a checkpoint</source>
        <translation>Водитель отметил точку пути</translation>
    </message>
    <message>
        <source>A change of terms waits for your answer</source>
        <translation>Изменение условий ждёт вашего ответа</translation>
    </message>
    <message>
        <source>Your change of terms is accepted</source>
        <translation>Ваше изменение условий принято</translation>
    </message>
    <message>
        <source>Your change of terms is declined</source>
        <translation>Ваше изменение условий отклонено</translation>
    </message>
    <message>
        <source>The car has arrived: look at it and confirm</source>
        <translation>Машина приехала: осмотрите и подтвердите</translation>
    </message>
    <message>
        <source>The car was handed over</source>
        <translation>Машина передана</translation>
    </message>
    <message>
        <source>The time to confirm is over: the car counts as handed over</source>
        <translation>Время на подтверждение вышло: машина считается переданной</translation>
    </message>
    <message>
        <source>The deal is done. Leave a review</source>
        <translation>Сделка завершена. Оставьте отзыв</translation>
    </message>
    <message>
        <source>A problem was reported: the clocks stand still</source>
        <translation>Сообщено о проблеме: сроки остановлены</translation>
    </message>
    <message>
        <source>The dispute is decided: the money comes back to you</source>
        <translation>Спор решён: деньги возвращаются вам</translation>
    </message>
    <message>
        <source>The dispute is decided: the driver is paid</source>
        <translation>Спор решён: деньги получает водитель</translation>
    </message>
    <message>
        <source>The dispute is decided: the sum is divided</source>
        <translation>Спор решён: сумма делится</translation>
    </message>
    <message>
        <source>The problem report was taken back: the deal goes on</source>
        <translation>Сообщение о проблеме отозвано: сделка продолжается</translation>
    </message>
    <message>
        <source>There is news for you</source>
        <translation>Для вас есть новость</translation>
    </message>
    <message>
        <source>A deadline of your deal is near</source>
        <translation>Скоро истекает срок в вашей сделке</translation>
    </message>
    <message>
        <source>There is new evidence in the dispute</source>
        <translation>В споре новые доказательства</translation>
    </message>
    <message>
        <source>There is news about your deal</source>
        <translation>Новости о вашей сделке</translation>
    </message>
    <message>
        <source>There is news about your payment</source>
        <translation>Новости о вашей оплате</translation>
    </message>
    <message>
        <source>There is news about your refund</source>
        <translation>Новости о возврате</translation>
    </message>
    <message>
        <source>There is news in the dispute</source>
        <translation>Новости по спору</translation>
    </message>
    <message>
        <source>There is news about reviews</source>
        <translation>Новости об отзывах</translation>
    </message>
    <message>
        <source>Writing in a chat is paused because contacts were sent several times</source>
        <translation>Переписка приостановлена: контакты отправляли несколько раз</translation>
    </message>
    <message>
        <source>New message</source>
        <translation>Новое сообщение</translation>
    </message>
    <message>
        <source>Support has answered</source>
        <translation>Поддержка ответила</translation>
    </message>
    <message>
        <source>A car that you keep became cheaper</source>
        <translation>Машина из избранного подешевела</translation>
    </message>
    <message>
        <source>There are new cars for your search</source>
        <translation>Новые машины по вашему поиску</translation>
    </message>
    <message>
        <source>A new device has signed in</source>
        <translation>Вход с нового устройства</translation>
    </message>
    <message>
        <source>There is news about your documents</source>
        <translation>Новости о ваших документах</translation>
    </message>
    <message>
        <source>A car that you keep is sold</source>
        <translation>Автомобиль из избранного продан</translation>
    </message>
    <message>
        <source>A car that you keep is no longer offered</source>
        <translation>Автомобиль из избранного снят с продажи</translation>
    </message>
</context>
<context>
    <name>NotificationsPage</name>
    <message>
        <source>Notifications</source>
        <translation>Уведомления</translation>
    </message>
    <message>
        <source>Mark all as read</source>
        <translation>Отметить все прочитанными</translation>
    </message>
    <message>
        <source>Nothing new</source>
        <translation>Ничего нового</translation>
    </message>
    <message>
        <source>News of your deals and chats comes here.</source>
        <translation>Здесь появятся новости сделок и чатов.</translation>
    </message>
    <message>
        <source>unread</source>
        <translation>не прочитано</translation>
    </message>
</context>
<context>
    <name>OfflineBar</name>
    <message>
        <source>Connecting…</source>
        <translation>Подключаемся…</translation>
    </message>
    <message>
        <source>No connection. What you write is sent later.</source>
        <translation>Нет связи. Написанное отправим позже.</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting to be sent</source>
        <translation>
            <numerusform>%n ждёт отправки</numerusform>
            <numerusform>%n ждут отправки</numerusform>
            <numerusform>%n ждут отправки</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PhotoGallery</name>
    <message>
        <source>Photo %1 of %2</source>
        <translation>Фото %1 из %2</translation>
    </message>
    <message>
        <source>Previous photo</source>
        <translation>Предыдущее фото</translation>
    </message>
    <message>
        <source>Next photo</source>
        <translation>Следующее фото</translation>
    </message>
</context>
<context>
    <name>PhotoGrid</name>
    <message>
        <source>Photos</source>
        <translation>Фотографии</translation>
    </message>
    <message>
        <source>Photo %1 of %2</source>
        <translation>Фото %1 из %2</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>ждёт</translation>
    </message>
    <message>
        <source>Ctrl and arrows change the order, Delete takes it away</source>
        <translation>Ctrl и стрелки меняют порядок, Delete убирает</translation>
    </message>
    <message>
        <source>Cover</source>
        <translation>Обложка</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Take the photo away</source>
        <translation>Убрать фото</translation>
    </message>
</context>
<context>
    <name>PhotoRow</name>
    <message>
        <source>Photo %1 of %2</source>
        <translation>Фото %1 из %2</translation>
    </message>
</context>
<context>
    <name>PhotoViewer</name>
    <message>
        <source>Photos</source>
        <translation>Фотографии</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>ProfilePage</name>
    <message>
        <source>Profile</source>
        <translation>Профиль</translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation>Избранное</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Уведомления</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Устройства</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Выйти</translation>
    </message>
    <message>
        <source>Sign out?</source>
        <translation>Выйти?</translation>
    </message>
    <message>
        <source>Messages that were not sent yet are deleted from this device.</source>
        <translation>Неотправленные сообщения удалятся с этого устройства.</translation>
    </message>
</context>
<context>
    <name>PullToRefresh</name>
    <message>
        <source>Loading</source>
        <translation>Загрузка</translation>
    </message>
</context>
<context>
    <name>QrCode</name>
    <message>
        <source>QR code</source>
        <translation>QR-код</translation>
    </message>
</context>
<context>
    <name>RangeSlider</name>
    <message>
        <source>From</source>
        <translation>От</translation>
    </message>
    <message>
        <source>To</source>
        <translation>До</translation>
    </message>
</context>
<context>
    <name>RatingStars</name>
    <message>
        <source>%1 of 5</source>
        <translation>%1 из 5</translation>
    </message>
    <message numerus="yes">
        <source>%n star(s)</source>
        <translation>
            <numerusform>%n звезда</numerusform>
            <numerusform>%n звезды</numerusform>
            <numerusform>%n звёзд</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n review(s)</source>
        <translation>
            <numerusform>%n отзыв</numerusform>
            <numerusform>%n отзыва</numerusform>
            <numerusform>%n отзывов</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResetPasswordPage</name>
    <message>
        <source>New password</source>
        <translation>Новый пароль</translation>
    </message>
    <message>
        <source>The password is changed. Sign in with the new one.</source>
        <translation>Пароль изменён. Войдите с новым.</translation>
    </message>
    <message>
        <source>If there is an account for %1, a code is on its way there. It works for a short time.</source>
        <translation>Если для %1 есть аккаунт, код уже отправлен туда. Он действует недолго.</translation>
    </message>
    <message>
        <source>We send a code to the e-mail of your account. All other devices are signed out when the password changes.</source>
        <translation>Отправим код на почту вашего аккаунта. После смены пароля все другие устройства выйдут из аккаунта.</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Электронная почта</translation>
    </message>
    <message>
        <source>Code from the e-mail</source>
        <translation>Код из письма</translation>
    </message>
    <message>
        <source>At least 10 characters</source>
        <translation>Не меньше 10 знаков</translation>
    </message>
    <message>
        <source>Send the code</source>
        <translation>Отправить код</translation>
    </message>
    <message>
        <source>Change the password</source>
        <translation>Сменить пароль</translation>
    </message>
    <message>
        <source>Send the code again</source>
        <translation>Отправить код ещё раз</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Review</source>
        <translation>Отзыв</translation>
    </message>
    <message>
        <source>What should others know?</source>
        <translation>Что стоит знать другим?</translation>
    </message>
    <message>
        <source>The condition of the car, the term, how you were kept informed</source>
        <translation>Состояние машины, срок, как вас держали в курсе</translation>
    </message>
    <message>
        <source>Neither side sees the other&apos;s review first</source>
        <translation>Отзывы открываются одновременно</translation>
    </message>
    <message>
        <source>Both appear together, when both are written or after 14 days. So nobody has to be afraid of an answer.</source>
        <translation>Оба появятся вместе: когда напишут обе стороны или через 14 дней. Так никто не боится ответного отзыва.</translation>
    </message>
    <message>
        <source>Send the review</source>
        <translation>Отправить отзыв</translation>
    </message>
    <message>
        <source>How was the deal?</source>
        <translation>Как прошла сделка?</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Search</source>
        <translation>Поиск</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Очистить</translation>
    </message>
</context>
<context>
    <name>SearchPage</name>
    <message>
        <source>Best match</source>
        <translation>По соответствию</translation>
    </message>
    <message>
        <source>Cheaper first</source>
        <translation>Сначала дешевле</translation>
    </message>
    <message>
        <source>Dearer first</source>
        <translation>Сначала дороже</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Сначала новые</translation>
    </message>
    <message>
        <source>Lower mileage</source>
        <translation>Меньше пробег</translation>
    </message>
    <message>
        <source>Faster delivery</source>
        <translation>Быстрее доставка</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Поиск</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Ничего не нашлось</translation>
    </message>
    <message>
        <source>Did you mean “%1”?</source>
        <translation>Возможно, вы имели в виду «%1»?</translation>
    </message>
    <message>
        <source>Take away a filter or write it in another way.</source>
        <translation>Уберите фильтр или напишите иначе.</translation>
    </message>
    <message>
        <source>Search for “%1”</source>
        <translation>Искать «%1»</translation>
    </message>
    <message>
        <source>Take all filters away</source>
        <translation>Убрать все фильтры</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message numerus="yes">
        <source>%n car(s)</source>
        <translation>
            <numerusform>%n машина</numerusform>
            <numerusform>%n машины</numerusform>
            <numerusform>%n машин</numerusform>
        </translation>
    </message>
    <message>
        <source>No connection. This is what you saw last.</source>
        <translation>Нет связи. Показываем то, что вы видели в прошлый раз.</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Фильтры</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Считаем…</translation>
    </message>
    <message numerus="yes">
        <source>Show %n car(s)</source>
        <translation>
            <numerusform>Показать %n машину</numerusform>
            <numerusform>Показать %n машины</numerusform>
            <numerusform>Показать %n машин</numerusform>
        </translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Порядок</translation>
    </message>
    <message>
        <source>Show all cars</source>
        <translation>Показать все машины</translation>
    </message>
    <message>
        <source>Search for a car</source>
        <translation>Поиск машины</translation>
    </message>
    <message>
        <source>RAV4 from Japan up to 2.8 million</source>
        <translation>RAV4 из Японии до 2,8 млн</translation>
    </message>
</context>
<context>
    <name>Select</name>
    <message>
        <source>Choose</source>
        <translation>Выберите</translation>
    </message>
    <message>
        <source>Search in the list</source>
        <translation>Поиск по списку</translation>
    </message>
</context>
<context>
    <name>SessionsPage</name>
    <message>
        <source>Devices</source>
        <translation>Устройства</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Завершить</translation>
    </message>
    <message>
        <source>End: %1</source>
        <translation>Завершить: %1</translation>
    </message>
    <message>
        <source>End all others</source>
        <translation>Завершить все остальные</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <source>New account</source>
        <translation>Новый аккаунт</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Войти</translation>
    </message>
    <message>
        <source>A car from abroad, and the money stays at the bank until you have it.</source>
        <translation>Машина из-за рубежа, а деньги в банке, пока она не у вас.</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Ваше имя</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Электронная почта</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Пароль</translation>
    </message>
    <message>
        <source>At least 10 characters</source>
        <translation>Не меньше 10 знаков</translation>
    </message>
    <message>
        <source>Create the account</source>
        <translation>Создать аккаунт</translation>
    </message>
    <message>
        <source>I have an account</source>
        <translation>У меня есть аккаунт</translation>
    </message>
    <message>
        <source>I am new here</source>
        <translation>Я здесь впервые</translation>
    </message>
    <message>
        <source>I buy a car</source>
        <translation>Покупаю машину</translation>
    </message>
    <message>
        <source>I bring cars</source>
        <translation>Привожу машины</translation>
    </message>
    <message>
        <source>Drivers have an app of their own</source>
        <translation>У водителей своё приложение</translation>
    </message>
    <message>
        <source>Listings, trips and payouts are there, and so is the registration of drivers. Here you open a buyer&apos;s account.</source>
        <translation>Там объявления, рейсы, выплаты и регистрация водителей. Здесь открывается аккаунт покупателя.</translation>
    </message>
    <message>
        <source>Forgot the password?</source>
        <translation>Забыли пароль?</translation>
    </message>
</context>
<context>
    <name>SimilarCars</name>
    <message>
        <source>Similar cars</source>
        <translation>Похожие машины</translation>
    </message>
</context>
<context>
    <name>SkeletonChat</name>
    <message>
        <source>Loading</source>
        <translation>Загрузка</translation>
    </message>
</context>
<context>
    <name>SkeletonGrid</name>
    <message>
        <source>Loading</source>
        <translation>Загрузка</translation>
    </message>
</context>
<context>
    <name>SkeletonList</name>
    <message>
        <source>Loading</source>
        <translation>Загрузка</translation>
    </message>
</context>
<context>
    <name>SkeletonPage</name>
    <message>
        <source>Loading</source>
        <translation>Загрузка</translation>
    </message>
</context>
<context>
    <name>SlideToConfirm</name>
    <message>
        <source>Press again to confirm</source>
        <translation>Нажмите ещё раз, чтобы подтвердить</translation>
    </message>
    <message>
        <source>Please wait</source>
        <translation>Подождите</translation>
    </message>
</context>
<context>
    <name>Snackbar</name>
    <message>
        <source>Dismiss</source>
        <translation>Скрыть</translation>
    </message>
</context>
<context>
    <name>StateView</name>
    <message>
        <source>Could not load</source>
        <translation>Не удалось загрузить</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>No connection to CarGo</source>
        <translation>Нет связи с CarGo</translation>
    </message>
    <message>
        <source>Check the network. What you wrote is kept and sent later.</source>
        <translation>Проверьте сеть. Написанное сохранено и уйдёт позже.</translation>
    </message>
    <message>
        <source>This is not open to you</source>
        <translation>Здесь нет доступа</translation>
    </message>
    <message>
        <source>There is nothing here</source>
        <translation>Здесь ничего нет</translation>
    </message>
    <message>
        <source>It was removed, or the link is not right.</source>
        <translation>Это удалено, или ссылка неверна.</translation>
    </message>
    <message>
        <source>CarGo is being looked after</source>
        <translation>Обслуживаем CarGo</translation>
    </message>
    <message>
        <source>Deals and money are safe. Please come back in a few minutes.</source>
        <translation>Сделки и деньги в порядке. Вернитесь через несколько минут.</translation>
    </message>
    <message>
        <source>This version is too old</source>
        <translation>Версия устарела</translation>
    </message>
    <message>
        <source>Please update the app. Your deals and chats stay.</source>
        <translation>Обновите приложение. Сделки и чаты останутся.</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>Обновить</translation>
    </message>
</context>
<context>
    <name>StepProgress</name>
    <message>
        <source>Step %1 of %2</source>
        <translation>Шаг %1 из %2</translation>
    </message>
</context>
<context>
    <name>SystemPhotoDialog</name>
    <message>
        <source>Choose photos</source>
        <translation>Выберите фото</translation>
    </message>
    <message>
        <source>Photos (*.jpg *.jpeg *.png *.webp)</source>
        <translation>Фотографии (*.jpg *.jpeg *.png *.webp)</translation>
    </message>
</context>
<context>
    <name>TabBar</name>
    <message>
        <source>Sections</source>
        <translation>Разделы</translation>
    </message>
</context>
<context>
    <name>TableHeader</name>
    <message>
        <source>sorted, largest first</source>
        <translation>по убыванию</translation>
    </message>
    <message>
        <source>sorted, smallest first</source>
        <translation>по возрастанию</translation>
    </message>
</context>
<context>
    <name>TextField</name>
    <message>
        <source>Hide password</source>
        <translation>Скрыть пароль</translation>
    </message>
    <message>
        <source>Show password</source>
        <translation>Показать пароль</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Очистить</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
</context>
<context>
    <name>VerifyEmailPage</name>
    <message>
        <source>Confirm the e-mail</source>
        <translation>Подтвердить почту</translation>
    </message>
    <message>
        <source>A new code is on its way.</source>
        <translation>Новый код отправлен.</translation>
    </message>
    <message>
        <source>We sent a code to %1. News of your deals and a forgotten password come to this address.</source>
        <translation>Мы отправили код на %1. На этот адрес приходят новости о сделках и восстановление пароля.</translation>
    </message>
    <message>
        <source>Code from the e-mail</source>
        <translation>Код из письма</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Подтвердить</translation>
    </message>
    <message>
        <source>Send the code again</source>
        <translation>Отправить код ещё раз</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Позже</translation>
    </message>
</context>
<context>
    <name>Writer</name>
    <message>
        <source>Writing is paused until %1 because contacts were sent several times.</source>
        <translation>Писать можно будет после: %1. Контакты отправлялись несколько раз.</translation>
    </message>
    <message>
        <source>We will hide in the message: %1</source>
        <translation>Скроем в сообщении: %1</translation>
    </message>
    <message>
        <source>It protects your money: the bank returns it only for what was agreed here.</source>
        <translation>Это защищает ваши деньги: банк вернёт их только за то, о чём договорились здесь.</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Сообщение</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Отправить</translation>
    </message>
    <message>
        <source>Add photos</source>
        <translation>Добавить фото</translation>
    </message>
</context>
<context>
    <name>cargo::chat::ChatViewModel</name>
    <message numerus="yes">
        <source>At most %n photo(s) in one message.</source>
        <translation>
            <numerusform>Не больше %n фото в одном сообщении.</numerusform>
            <numerusform>Не больше %n фото в одном сообщении.</numerusform>
            <numerusform>Не больше %n фото в одном сообщении.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is no picture.</source>
        <translation>%1 — не изображение.</translation>
    </message>
</context>
<context>
    <name>cargo::chat::ConversationsViewModel</name>
    <message>
        <source>Photo</source>
        <translation>Фото</translation>
    </message>
</context>
<context>
    <name>cargo::client::Format</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n день</numerusform>
            <numerusform>%n дня</numerusform>
            <numerusform>%n дней</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 ч %2 мин</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 мин %2 с</translation>
    </message>
    <message>
        <source>today</source>
        <translation>сегодня</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>вчера</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>завтра</translation>
    </message>
</context>
<context>
    <name>cargo::client::PhotoUploads</name>
    <message>
        <source>This is no picture.</source>
        <translation>Это не изображение.</translation>
    </message>
</context>
<context>
    <name>cargo::deals::DealViewModel</name>
    <message>
        <source>We are checking the payment</source>
        <translation>Проверяем оплату</translation>
    </message>
    <message>
        <source>This page changes by itself as soon as the bank answers.</source>
        <translation>Страница обновится сама, как только банк ответит.</translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation>Договорились</translation>
    </message>
    <message>
        <source>%1 · fee %2</source>
        <translation>%1 · комиссия %2</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Оплачено</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Оплата</translation>
    </message>
    <message>
        <source>%1 · the bank confirmed</source>
        <translation>%1 · банк подтвердил</translation>
    </message>
    <message>
        <source>to the bank, not to the driver</source>
        <translation>банку, а не водителю</translation>
    </message>
    <message>
        <source>%1 km</source>
        <translation>%1 км</translation>
    </message>
    <message>
        <source>On the way</source>
        <translation>Машина в пути</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <comment>delivery</comment>
        <translation>
            <numerusform>%n день</numerusform>
            <numerusform>%n дня</numerusform>
            <numerusform>%n дней</numerusform>
        </translation>
    </message>
    <message>
        <source>Handover</source>
        <translation>Передача</translation>
    </message>
    <message>
        <source>the car is here: look at it, then show the code</source>
        <translation>машина здесь: осмотрите её и назовите код</translation>
    </message>
    <message>
        <source>we show the code when you meet</source>
        <translation>код покажем при встрече</translation>
    </message>
    <message>
        <source>Payout to the driver</source>
        <translation>Выплата водителю</translation>
    </message>
    <message>
        <source>24 hours after your “yes”</source>
        <translation>через 24 часа после вашего «да»</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Отменена</translation>
    </message>
    <message>
        <source>Problem reported</source>
        <translation>Сообщено о проблеме</translation>
    </message>
    <message>
        <source>%1 · our clocks stand still</source>
        <translation>%1 · наши сроки остановлены</translation>
    </message>
    <message>
        <source>You pay</source>
        <translation>Вы платите</translation>
    </message>
    <message>
        <source>CarGo&apos;s fee, out of it</source>
        <translation>Из них комиссия CarGo</translation>
    </message>
    <message>
        <source>The driver receives</source>
        <translation>Водитель получит</translation>
    </message>
    <message>
        <source>Back to you</source>
        <translation>Вернётся вам</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>Куда</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>Срок</translation>
    </message>
    <message>
        <source>VIN at pick-up</source>
        <translation>VIN при получении</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Вы</translation>
    </message>
    <message>
        <source>The driver</source>
        <translation>Водитель</translation>
    </message>
</context>
<context>
    <name>cargo::listings::ListingViewModel</name>
    <message>
        <source>Year</source>
        <translation>Год</translation>
    </message>
    <message>
        <source>Mileage</source>
        <translation>Пробег</translation>
    </message>
    <message>
        <source>%1 km</source>
        <translation>%1 км</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Двигатель</translation>
    </message>
    <message>
        <source>%1 cm³</source>
        <translation>%1 см³</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>Мощность</translation>
    </message>
    <message>
        <source>%1 hp</source>
        <translation>%1 л. с.</translation>
    </message>
    <message>
        <source>Fuel</source>
        <translation>Топливо</translation>
    </message>
    <message>
        <source>Gearbox</source>
        <translation>Коробка</translation>
    </message>
    <message>
        <source>Drive</source>
        <translation>Привод</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Кузов</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Цвет</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Откуда</translation>
    </message>
    <message>
        <source>VIN</source>
        <translation>VIN</translation>
    </message>
</context>
<context>
    <name>cargo::listings::SearchViewModel</name>
    <message>
        <source>%1 km</source>
        <translation>%1 км</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>от %1</translation>
    </message>
    <message>
        <source>up to %1</source>
        <translation>до %1</translation>
    </message>
</context>
<context>
    <name>cargo::profile::SessionsViewModel</name>
    <message>
        <source>This device</source>
        <translation>Это устройство</translation>
    </message>
</context>
<context>
    <name>cargo::profile::SignInViewModel</name>
    <message>
        <source>Staff sign in to the console, not here.</source>
        <translation>Сотрудники входят в консоль, а не сюда.</translation>
    </message>
    <message>
        <source>This is a driver&apos;s account. Listings, trips and payouts are in the CarGo app for drivers.</source>
        <translation>Это аккаунт водителя. Объявления, рейсы и выплаты — в приложении CarGo для водителей.</translation>
    </message>
    <message>
        <source>This is a buyer&apos;s account. Buying is in the CarGo app for buyers.</source>
        <translation>Это аккаунт покупателя. Покупки — в приложении CarGo для покупателей.</translation>
    </message>
</context>
<context>
    <name>cargo::ui::Figures</name>
    <message>
        <source>%1 bn</source>
        <comment>a thousand million, as short as it goes</comment>
        <translation>%1 млрд</translation>
    </message>
    <message>
        <source>%1 m</source>
        <comment>million, as short as it goes</comment>
        <translation>%1 млн</translation>
    </message>
    <message>
        <source>%1 k</source>
        <comment>thousand, as short as it goes</comment>
        <translation>%1 тыс.</translation>
    </message>
</context>
</TS>
