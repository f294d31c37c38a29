package dev.souk.order;

class CourseOfOrderInBatchesTest extends CourseOfOrder {
    CourseOfOrderInBatchesTest() {
        super(true);
    }
}
