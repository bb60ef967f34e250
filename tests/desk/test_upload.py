"""Files that somebody sends wait until they are read, whatever comes between."""

from dataclasses import replace

from mutabaa.desk import upload
from mutabaa.people.policy import Viewer
from mutabaa.store.jobs import open_jobs, take
from mutabaa.wiring import Register

OFFICER = Viewer(name="amina", role="analyst")


def test_what_is_sent_while_the_reading_before_is_put_down_as_done_is_read(register: Register) -> None:
    sent = upload.send(register, OFFICER, [("report.txt", b"The Ministers adopted nothing.")])
    job = upload._job(sent.name)
    lease = take(job, register.clock)
    assert lease
    upload._write(upload._folder(register, sent.name), replace(sent, stopped=True))
    upload.send_more(register, OFFICER, sent.name)
    lease.finish()
    upload.work(register, OFFICER, sent.name)
    assert open_jobs() == (job,)
