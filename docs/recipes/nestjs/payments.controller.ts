import { Controller, ForbiddenException, Get, Inject, Query } from '@nestjs/common';
import { CallbackForged, type CheckedCallback, checkCallback } from 'tillbox/client';
import { PaymentsService } from './payments.service';

@Controller('payments')
export class PaymentsController {
  constructor(
    private readonly payments: PaymentsService,
    @Inject('CALLBACK_TOKEN') private readonly token: string,
  ) {}

  @Get('callback')
  async callback(@Query() query: Record<string, string>) {
    const { mdOrder } = this.genuine(query);
    await this.payments.confirm(mdOrder);
  }

  private genuine(query: Record<string, string>): CheckedCallback {
    try {
      return checkCallback(new URLSearchParams(query), { token: this.token });
    } catch (error) {
      throw error instanceof CallbackForged ? new ForbiddenException(error.message) : error;
    }
  }
}
