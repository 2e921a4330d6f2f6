"""The lanes of the timeline: places in per cent, and rows for marks that would touch."""

from handbook.pictures.charts import Segment
from handbook.pictures.lanes import EARLIER_WIDTH, MARK, LaneEvent, LaneOfSystem, LanePicture, lane_picture


def lane(name: str, first: float | None, last: float | None, *events: float) -> LaneOfSystem:
    marks = tuple(LaneEvent(at, "launch", f"/{at}/", str(at)) for at in events)
    return LaneOfSystem(name, "", f"/{name}/", first, last, marks)


def picture(*lanes: LaneOfSystem) -> LanePicture:
    drawn = lane_picture(lanes)
    assert drawn
    return drawn


def test_periods_and_events_have_their_places_on_one_axis() -> None:
    """The axis runs from 2010 to the end of 2019: ten years, ten per cent each."""
    drawn = picture(lane("later", 2015, 2017.5, 2015, 2019.5), lane("sooner", 2010, None, 2012))
    assert [one.label for one in drawn.lanes] == ["sooner", "later"]
    assert [one.bar for one in drawn.lanes] == [Segment(0, 100, "open"), Segment(50, 25)]
    assert [[mark.x for mark in one.marks] for one in drawn.lanes] == [[20], [50, 95]]
    assert [(tick.label, tick.x) for tick in drawn.ticks] == [
        ("2010", 0), ("2012", 20), ("2014", 40), ("2016", 60), ("2018", 80)
    ]  # fmt: skip
    assert drawn.earlier == 0


def test_one_early_event_of_a_hundred_stands_in_the_strip_before_the_axis() -> None:
    drawn = picture(lane("one", None, None, 1979, *([2010.0] * 50), *([2019.0] * 49)))
    assert drawn.earlier == EARLIER_WIDTH
    assert drawn.lanes[0].bar is None
    assert [mark.x for mark in drawn.lanes[0].marks][:2] == [EARLIER_WIDTH / 2, EARLIER_WIDTH]
    assert [tick.label for tick in drawn.ticks] == ["2012", "2014", "2016", "2018"]


def test_marks_that_would_touch_stand_below_each_other() -> None:
    """Of ten years, a month is less than a mark at the narrowest width, and half a year more."""
    marks = picture(lane("one", 2010, 2019, 2010, 2010.08, 2010.5, 2019.5)).lanes[0].marks
    first = marks[0].y
    assert [(mark.y - first) // MARK for mark in marks] == [0, 1, 0, 0]


def test_a_lane_is_as_high_as_its_rows() -> None:
    one, two = picture(lane("a", 2010, 2019, 2010), lane("b", 2010, 2019, 2010, 2010)).lanes
    assert two.height - one.height == MARK


def test_without_events_there_is_no_picture() -> None:
    assert lane_picture([lane("one", 2010, 2012)]) is None
    assert lane_picture([]) is None
