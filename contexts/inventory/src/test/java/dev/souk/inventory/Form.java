package dev.souk.inventory;

import dev.souk.platform.messaging.Message;
import dev.souk.platform.testkit.TestPlatform;

/// The two ways in which messages are handled; every test of messages runs in both.
enum Form {
    BATCH {
        @Override
        void deliver(TestPlatform souk, Message... messages) {
            souk.deliver(messages);
        }
    },
    SINGLE {
        @Override
        void deliver(TestPlatform souk, Message... messages) {
            souk.deliverOneByOne(messages);
        }
    };

    abstract void deliver(TestPlatform souk, Message... messages);
}
