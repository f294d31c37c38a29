package dev.souk.order;

class CourseOfOrderOneByOneTest extends CourseOfOrder {
    CourseOfOrderOneByOneTest() {
        super(false);
    }
}
