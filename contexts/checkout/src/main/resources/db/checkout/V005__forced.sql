-- Operators can also have a checkout taken back.
alter table saga_note
    drop constraint saga_note_action_check,
    add constraint saga_note_action_check check (action in ('RETRY', 'COMPENSATE'));
