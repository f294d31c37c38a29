-- Whether reward points are spent, and the step that holds them.
alter table checkout_saga
    add column points boolean not null default false,
    drop constraint checkout_saga_step_check,
    add constraint checkout_saga_step_check
        check (step in ('RESERVE', 'HOLD_COUPON', 'HOLD_POINTS', 'AUTHORIZE', 'COMMIT', 'CREATE_ORDER'));
