import { type DynamicModule, Module } from '@nestjs/common';
import { GatewayClient, type GatewayClientOptions } from 'tillbox/client';
import { PaymentsController } from './payments.controller';
import { PaymentsService } from './payments.service';

export interface PaymentsOptions {
  /** Address and login: the bank's in production, those of tillbox in tests. */
  readonly gateway: GatewayClientOptions;
  /** The key for the checksum of callbacks. */
  readonly callbackToken: string;
}

@Module({})
export class PaymentsModule {
  static register({ gateway, callbackToken }: PaymentsOptions): DynamicModule {
    return {
      module: PaymentsModule,
      controllers: [PaymentsController],
      providers: [
        PaymentsService,
        { provide: GatewayClient, useFactory: () => new GatewayClient(gateway) },
        { provide: 'CALLBACK_TOKEN', useValue: callbackToken },
      ],
    };
  }
}
